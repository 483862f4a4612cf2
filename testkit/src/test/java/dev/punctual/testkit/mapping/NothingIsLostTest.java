package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.FakeFunction.answer;
import static dev.punctual.testkit.mapping.FakeFunction.error;
import static dev.punctual.testkit.mapping.FakeFunction.failed;
import static dev.punctual.testkit.mapping.StreamMappingFixture.DISCARDED;
import static dev.punctual.testkit.mapping.StreamMappingFixture.STREAM;
import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.ShardDescription;

/** Whatever fails, a mapping delivers each record at least once and keeps the order of each key. */
class NothingIsLostTest {

    private static final int RECORDS = 120;
    private static final int KEYS = 6;
    private static final Set<String> READS = Set.of("kinesis:DescribeStream", "kinesis:GetShardIterator", "kinesis:GetRecords");

    private final StreamMappingFixture world = new StreamMappingFixture(2);
    private final Set<String> handled = new LinkedHashSet<>();

    static IntStream seeds() {
        return IntStream.range(0, 25);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAStreamThatIsReshardedWhileEverythingFailsAtTimes(int seed) {
        var random = new SplittableRandom(seed);
        world.faults.order(FaultRule.at("kinesis:*",
                Trigger.when(call -> READS.contains(call.operation()) && random.nextInt(4) == 0), Fault.internalFailure()));
        world.function.duration = Duration.ofMillis(random.nextInt(2_000));
        world.function.behaviour = event -> flaky(event, random);
        var mapping = world.start(settings().batchSize(1 + random.nextInt(20)).parallelizationFactor(1 + random.nextInt(3))
                .reportBatchItemFailures().bisectBatchOnFunctionError());

        for (int i = 0; i < RECORDS; i++) {
            world.put("key" + i % KEYS, i % KEYS + ":" + i);
            reshardAt(i, random);
            world.pass(Duration.ofMillis(random.nextInt(300)));
        }
        world.time.runUntil(() -> handled.size() == RECORDS, Duration.ofHours(20));

        assertThat(handled).hasSize(RECORDS);
        assertThat(IntStream.range(0, KEYS)).allSatisfy(key -> assertThat(handled.stream()
                .filter(text -> text.startsWith(key + ":")).map(text -> Integer.parseInt(text.substring(2)))).isSorted());
        assertThat(mapping.progress().itemsDiscarded()).isZero();
    }

    private void reshardAt(int i, SplittableRandom random) {
        if (i % 40 == 39) {
            var open = openShards();
            world.streams.updateShardCount(STREAM, random.nextBoolean() ? open * 2 : Math.max(1, open / 2));
        }
    }

    private int openShards() {
        return (int) world.streams.listShards(STREAM).stream().filter(ShardDescription::isOpen).count();
    }

    private InvocationResult flaky(Event event, SplittableRandom random) {
        var texts = event.texts();
        return switch (random.nextInt(5)) {
            case 0 -> error();
            case 1 -> new InvocationResult.Throttled();
            case 2 -> {
                var failing = random.nextInt(texts.size());
                handled.addAll(texts.subList(0, failing));
                yield failed(event.id(texts.get(failing)));
            }
            default -> {
                handled.addAll(texts);
                yield answer("");
            }
        };
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAStreamWhoseBatchesAreGivenUp(int seed) {
        var random = new SplittableRandom(seed);
        world.faults.order(FaultRule.at("sqs:SendMessage", Trigger.when(call -> random.nextInt(3) == 0), Fault.throttle()));
        world.function.behaviour = event -> flaky(event, random);
        var mapping = world
                .start(settings().batchSize(5).maximumRetryAttempts(1).reportBatchItemFailures().onFailureQueue(DISCARDED));

        IntStream.range(0, RECORDS).forEach(i -> world.put("key" + i % KEYS, i % KEYS + ":" + i));
        world.passSeconds(3_600);

        assertThat(mapping.progress().isIdle()).isTrue();
        assertThat(mapping.progress().itemsDone() + discardedRecords()).isEqualTo(RECORDS);
    }

    private int discardedRecords() {
        int count = 0;
        for (var reports = world.discarded(); !reports.isEmpty(); reports = world.discarded()) {
            count += reports.stream().mapToInt(report -> report.at("/KinesisBatchInfo/batchSize").asInt()).sum();
        }
        return count;
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void ofAQueueWhileEverythingFailsAtTimes(int seed) {
        var random = new SplittableRandom(seed);
        world.queues.createQueue("retries", Map.of());
        world.function.behaviour = event -> flakyMessages(event, random);
        List<String> sent = new ArrayList<>();
        var mapping = new QueueMapping(
                QueueMappingSettings.of("retries").reportBatchItemFailures().maximumConcurrency(3).build(),
                world.queues, world.function, world.time);
        mapping.start();
        world.faults
                .order(FaultRule.at("sqs:*", Trigger.when(call -> !call.operation().contains("Send") && random.nextInt(3) == 0),
                        Fault.throttle()));

        for (int i = 0; i < RECORDS; i++) {
            var delayed = SendRequest.of("m" + i).delayed(Duration.ofSeconds(random.nextInt(900)));
            world.queues.sendMessage("retries", delayed);
            sent.add("m" + i);
        }
        world.time.runUntil(() -> handled.size() == RECORDS, Duration.ofHours(20));

        assertThat(handled).containsExactlyInAnyOrderElementsOf(sent);
        assertThat(world.function.mostRunning).isLessThanOrEqualTo(3);
    }

    private InvocationResult flakyMessages(Event event, SplittableRandom random) {
        var texts = event.texts();
        if (random.nextInt(3) == 0) {
            var failing = texts.get(random.nextInt(texts.size()));
            texts.stream().filter(text -> !text.equals(failing)).forEach(handled::add);
            return failed(event.id(failing));
        }
        return flakyWhole(texts, random);
    }

    private InvocationResult flakyWhole(List<String> texts, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> error();
            case 1 -> new InvocationResult.Throttled();
            default -> {
                handled.addAll(texts);
                yield answer("");
            }
        };
    }
}
