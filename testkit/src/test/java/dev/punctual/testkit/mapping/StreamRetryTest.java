package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.FakeFunction.answer;
import static dev.punctual.testkit.mapping.FakeFunction.error;
import static dev.punctual.testkit.mapping.FakeFunction.failed;
import static dev.punctual.testkit.mapping.FakeFunction.failingOn;
import static dev.punctual.testkit.mapping.StreamMappingFixture.DISCARDED;
import static dev.punctual.testkit.mapping.StreamMappingFixture.STREAM;
import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.stream.PartitionHash;
import dev.punctual.testkit.stream.PutEntry;

class StreamRetryTest {

    private static final Backoff SECOND = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(4));

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    @Test
    void repeatsTheWholeBatchUntilItSucceedsAndBlocksTheShard() {
        answerInTurn(error(), error(), answer(""));
        world.start(settings().batchSize(2));
        world.putAll("1", "2", "3");

        world.passSeconds(60);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2"), List.of("1", "2"), List.of("1", "2"),
                List.of("3"));
    }

    @Test
    void waitsLongerAfterEachFailureUpToAMaximum() {
        world.function.behaviour = event -> error();
        world.putAll("1");
        world.start(settings().backoff(SECOND));

        world.passSeconds(16);

        var start = world.function.times().get(0);
        assertThat(world.function.times()).containsExactly(start, start.plusSeconds(1), start.plusSeconds(3),
                start.plusSeconds(7),
                start.plusSeconds(11), start.plusSeconds(15));
    }

    @Test
    void waitsShortlyAgainAfterASuccess() {
        answerInTurn(error(), error(), answer(""), error(), answer(""));
        world.putAll("1", "2");
        world.start(settings().batchSize(1).backoff(SECOND));

        world.passSeconds(16);

        var start = world.function.times().get(0);
        assertThat(world.function.times()).containsExactly(start, start.plusSeconds(1), start.plusSeconds(3),
                start.plusSeconds(3),
                start.plusSeconds(4));
    }

    @Test
    void givesABatchUpAfterItsRetriesAndTellsTheDestination() {
        world.function.behaviour = failingOn("poison");
        world.start(settings().maximumRetryAttempts(2).onFailureQueue(DISCARDED));
        var first = world.put("key", "good");
        var last = world.put("key", "poison");
        world.passSeconds(60);
        world.putAll("next");
        world.passSeconds(2);

        assertThat(world.function.batches()).hasSize(4).last().isEqualTo(List.of("next"));
        assertThat(world.discarded()).singleElement().satisfies(report -> {
            assertThat(report.at("/requestContext/condition").asText()).isEqualTo("RetryAttemptsExhausted");
            assertThat(report.at("/requestContext/approximateInvokeCount").asInt()).isEqualTo(3);
            assertThat(report.at("/requestContext/functionArn").asText())
                    .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:notifier");
            assertThat(report.at("/requestContext/requestId").asText()).hasSize(36);
            assertThat(report.at("/responseContext").toString())
                    .isEqualTo("{\"statusCode\":200,\"executedVersion\":\"$LATEST\",\"functionError\":\"Unhandled\"}");
            assertThat(report.get("version").asText()).isEqualTo("1.0");
            assertThat(report.get("timestamp").asText()).matches("2026-01-01T00:00:0\\d\\.\\d{3}Z");
            assertThat(report.get("KinesisBatchInfo").toString()).isEqualTo("{\"shardId\":\"shardId-000000000000\","
                    + "\"startSequenceNumber\":\"" + first + "\",\"endSequenceNumber\":\"" + last + "\","
                    + "\"approximateArrivalOfFirstRecord\":\"2026-01-01T00:00:00.000Z\","
                    + "\"approximateArrivalOfLastRecord\":\"2026-01-01T00:00:00.000Z\",\"batchSize\":2,"
                    + "\"streamArn\":\"arn:aws:kinesis:us-east-1:000000000000:stream/orders\"}");
        });
    }

    @Test
    void discardsWithoutADestinationAndCountsIt() {
        world.function.behaviour = failingOn("poison");
        var mapping = world.start(settings().maximumRetryAttempts(0));
        world.putAll("poison");

        world.passSeconds(5);

        assertThat(mapping.progress().itemsDiscarded()).isEqualTo(1);
        assertThat(mapping.progress().isIdle()).isTrue();
    }

    @Test
    void bisectsUntilThePoisonIsAloneWithoutUsingTheQuota() {
        world.function.behaviour = failingOn("4");
        world.start(settings().bisectBatchOnFunctionError().maximumRetryAttempts(0).onFailureQueue(DISCARDED));
        world.putAll("1", "2", "3", "4", "5", "6", "7", "8");

        world.passSeconds(120);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2", "3", "4", "5", "6", "7", "8"),
                List.of("1", "2", "3", "4"), List.of("1", "2"), List.of("3", "4"), List.of("3"), List.of("4"),
                List.of("5", "6", "7", "8"));
        assertThat(world.discarded()).singleElement()
                .satisfies(report -> assertThat(report.at("/KinesisBatchInfo/batchSize").asInt()).isEqualTo(1));
    }

    @Test
    void discardsRecordsThatGetTooOld() {
        world.function.behaviour = failingOn("old");
        world.start(settings().batchSize(1).maximumRecordAge(Duration.ofSeconds(60)).onFailureQueue(DISCARDED));
        world.putAll("old");
        world.passSeconds(50);
        world.putAll("young");

        world.passSeconds(80);

        assertThat(world.function.batches()).last().isEqualTo(List.of("young"));
        assertThat(world.discarded()).singleElement().satisfies(report -> {
            assertThat(report.at("/requestContext/condition").asText()).isEqualTo("RecordAgeExceeded");
            assertThat(report.at("/requestContext/approximateInvokeCount").asInt()).isPositive();
        });
    }

    @Test
    void discardsRecordsThatWereTooOldFromTheStartWithoutInvoking() {
        world.putAll("old");
        world.passSeconds(61);

        world.start(settings().maximumRecordAge(Duration.ofSeconds(60)).onFailureQueue(DISCARDED));
        world.passSeconds(1);

        assertThat(world.function.events).isEmpty();
        assertThat(world.discarded()).singleElement().satisfies(report -> {
            assertThat(report.at("/requestContext/approximateInvokeCount").asInt()).isZero();
            assertThat(report.has("responseContext")).isFalse();
        });
    }

    @Test
    void discardsARecordThatNoEventCanHold() {
        world.streams.updateMaxRecordSize(STREAM, 10 * 1024 * 1024);
        world.streams.putRecord(STREAM, PutEntry.of("key", new byte[5 * 1024 * 1024]));
        world.start(settings().onFailureQueue(DISCARDED));

        world.putAll("next");
        world.passSeconds(2);

        world.assertHandledInOrder("next");
        assertThat(world.discarded()).singleElement().satisfies(
                report -> assertThat(report.at("/requestContext/condition").asText()).isEqualTo("PayloadSizeExceeded"));
    }

    @Test
    void tellsTheDestinationAgainWhenItRefuses() {
        world.faults.order(FaultRule.at("sqs:SendMessage", Trigger.next(3), Fault.throttle()).on(DISCARDED));
        world.function.behaviour = failingOn("poison");
        world.start(settings().batchSize(1).maximumRetryAttempts(0).onFailureQueue(DISCARDED));
        world.putAll("poison", "next");

        world.pass(Duration.ofMillis(1500));
        assertThat(world.function.batches()).containsExactly(List.of("poison"));
        world.passSeconds(10);

        assertThat(world.discarded()).hasSize(1);
        world.assertHandledInOrder("poison", "next");
    }

    @Test
    void repeatsThrottledInvocationsWithoutUsingTheQuota() {
        answerInTurn(new InvocationResult.Throttled(), new InvocationResult.Throttled(), error(), answer(""));
        var mapping = world.start(settings().maximumRetryAttempts(1).onFailureQueue(DISCARDED));
        world.putAll("1");

        world.passSeconds(60);

        assertThat(world.function.events).hasSize(4);
        assertThat(mapping.progress().invocations()).isEqualTo(2);
        assertThat(mapping.progress().itemsDone()).isEqualTo(1);
        assertThat(world.discarded()).isEmpty();
    }

    @Test
    void goesOnFromTheLowestReportedSequenceNumber() {
        world.function.behaviour = event -> event.texts().size() == 4 ? failed(event.id("4"), event.id("2")) : answer("");
        var mapping = world.start(settings().reportBatchItemFailures());
        world.putAll("1", "2", "3", "4");

        world.passSeconds(10);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2", "3", "4"), List.of("2", "3", "4"));
        assertThat(mapping.progress().itemsDone()).isEqualTo(4);
    }

    @Test
    void usesTheQuotaForReportedFailuresAndDiscardsTheRest() {
        world.function.behaviour = event -> event.texts().contains("2") ? failed(event.id("2")) : answer("");
        world.start(settings().reportBatchItemFailures().maximumRetryAttempts(1).onFailureQueue(DISCARDED));
        world.putAll("1", "2", "3");

        world.passSeconds(10);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2", "3"), List.of("2", "3"));
        assertThat(world.discarded()).singleElement().satisfies(report -> {
            assertThat(report.at("/KinesisBatchInfo/batchSize").asInt()).isEqualTo(2);
            assertThat(report.at("/responseContext").has("functionError")).isFalse();
        });
    }

    @Test
    void bisectsAtTheReportedSequenceNumberThenInHalf() {
        world.function.behaviour = event -> event.texts().contains("2") ? failed(event.id("2")) : answer("");
        world.start(settings().reportBatchItemFailures().bisectBatchOnFunctionError().maximumRetryAttempts(0)
                .onFailureQueue(DISCARDED));
        world.putAll("1", "2", "3", "4");

        world.passSeconds(30);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2", "3", "4"), List.of("2", "3", "4"), List.of("2"),
                List.of("3", "4"));
        assertThat(world.discarded()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}",
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}", "{\"batchItemFailures\":[{\"itemIdentifier\":null}]}",
            "{\"batchItemFailures\":[{\"wrongKey\":\"1\"}]}", "{\"batchItemFailures\":", "certainly not JSON" })
    void repeatsTheWholeBatchOnAMalformedAnswer(String malformed) {
        answerInTurn(answer(malformed), answer(""));
        world.start(settings().reportBatchItemFailures());
        world.putAll("1", "2");

        world.passSeconds(10);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2"), List.of("1", "2"));
    }

    @Test
    void repeatsTheWholeBatchWhenOneOfTheReportedIdsIsUnknown() {
        world.function.behaviour = event -> world.function.events.size() == 1 ? failed(event.id("2"), "unknown") : answer("");
        world.start(settings().reportBatchItemFailures());
        world.putAll("1", "2");

        world.passSeconds(10);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2"), List.of("1", "2"));
    }

    @Test
    void ignoresTheAnswerUnlessToldToHeedIt() {
        world.function.behaviour = event -> failed(event.id("1"));
        world.start(settings());
        world.putAll("1");

        world.passSeconds(10);

        assertThat(world.function.events).hasSize(1);
    }

    @Test
    void blocksOnlyTheLaneOfTheFailingKey() {
        world.function.behaviour = event -> event.texts().contains("poison") ? error() : answer("");
        world.start(settings().batchSize(1).parallelizationFactor(10));
        world.put("a", "poison");
        world.put("a", "behind the poison");
        IntStream.range(0, 10).forEach(i -> world.put("key" + i, "good" + lane("key" + i)));

        world.passSeconds(30);

        var handled = world.function.batches().stream().flatMap(List::stream).filter(text -> !text.equals("poison")).toList();
        var expected = IntStream.range(0, 10).mapToObj(i -> "good" + lane("key" + i))
                .filter(text -> !text.equals("good" + lane("a")));
        assertThat(handled).containsExactlyInAnyOrderElementsOf(expected.toList()).isNotEmpty();
    }

    @Test
    void takesAFunctionThatThrowsForAFailedOne() {
        var mapping = world.start(settings().maximumRetryAttempts(0), payload -> {
            throw new IllegalStateException("broken contract");
        });
        world.putAll("1");

        world.passSeconds(5);

        assertThat(mapping.progress().lastResult())
                .contains(new InvocationResult.Failure("java.lang.IllegalStateException", "broken contract"));
    }

    @Test
    void goesOnWithTheSchedulerWhenTheFunctionAnswersOnAnotherThread() throws InterruptedException {
        var pending = new ArrayDeque<CompletableFuture<InvocationResult>>();
        var mapping = world.start(settings(), payload -> {
            pending.add(new CompletableFuture<>());
            return pending.getLast();
        });
        world.putAll("1");
        world.passSeconds(1);

        var other = new Thread(() -> pending.element().complete(answer("")));
        other.start();
        other.join();
        assertThat(mapping.progress().itemsDone()).isZero();
        world.passSeconds(0);

        assertThat(mapping.progress().itemsDone()).isEqualTo(1);
    }

    private static int lane(String key) {
        return PartitionHash.of(key).mod(BigInteger.TEN).intValue();
    }

    private void answerInTurn(InvocationResult... results) {
        Deque<InvocationResult> left = new ArrayDeque<>(List.of(results));
        world.function.behaviour = event -> left.isEmpty() ? answer("") : left.remove();
    }
}
