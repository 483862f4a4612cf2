package dev.punctual.wire.sqs;

import static dev.punctual.wire.testing.FakeSqs.failing;
import static dev.punctual.wire.testing.FakeSqs.refusing;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.punctual.spi.SendResult;
import dev.punctual.wire.testing.FakeSqs;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

class MessageSenderTest {

    private static final QueueAddress RETRY = new QueueAddress("orders-retry", Optional.empty());
    private static final int MIB = 1_048_576;

    private final FakeSqs sqs = new FakeSqs();
    private final MessageSender sender = new MessageSender(() -> sqs, new QueueUrls(() -> sqs));

    private List<SendResult> send(String... bodies) {
        return sender.send(RETRY, Stream.of(bodies).map(body -> new MessageSender.Message(body, Duration.ZERO, "")).toList());
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(String::valueOf).toArray(String[]::new);
    }

    private List<Integer> batchSizes() {
        return sqs.requests.stream().map(request -> request.entries().size()).toList();
    }

    @Test
    void sendsNothingWhenThereIsNothing() {
        assertThat(send()).isEmpty();
        assertThat(sqs.requests).isEmpty();
        assertThat(sqs.urlsAsked).isEmpty();
    }

    @Test
    void sendsBatchesOfTenInOrder() {
        List<SendResult> results = send(numbered(23));

        assertThat(results).hasSize(23).containsOnly(SendResult.SENT);
        assertThat(batchSizes()).containsExactly(10, 10, 3);
        assertThat(sqs.bodies().stream().flatMap(List::stream)).containsExactly(numbered(23));
    }

    @Test
    void sendsEachMessageWithItsDelayToTheQueuesUrl() {
        sender.send(RETRY, List.of(new MessageSender.Message("a", Duration.ZERO, ""),
                new MessageSender.Message("b", Duration.ofSeconds(900), "")));

        assertThat(sqs.requests).singleElement().satisfies(request -> {
            assertThat(request.queueUrl()).isEqualTo("http://sqs/orders-retry");
            assertThat(request.entries()).extracting(SendMessageBatchRequestEntry::delaySeconds).containsExactly(0, 900);
            assertThat(request.entries()).extracting(SendMessageBatchRequestEntry::id).doesNotHaveDuplicates();
        });
    }

    @Test
    void tellsTheCorrelationIdAsAnAttributeWhereAnAttributeTakesIt() {
        sender.send(RETRY, Stream.of("order-7", "", "bell\u0007", "x".repeat(1_025))
                .map(id -> new MessageSender.Message("a", Duration.ZERO, id)).toList());

        assertThat(sqs.requests).singleElement().satisfies(request -> {
            assertThat(request.entries().get(0).messageAttributes()).hasEntrySatisfying("correlationid", value -> {
                assertThat(value.dataType()).isEqualTo("String");
                assertThat(value.stringValue()).isEqualTo("order-7");
            });
            assertThat(request.entries().subList(1, 4)).noneMatch(SendMessageBatchRequestEntry::hasMessageAttributes);
        });
    }

    @Test
    void countsTheCorrelationIdAmongTheBytesOfAMessage() {
        int told = "correlationid".length() + "String".length() + "order-7".length();

        List<SendResult> results = sender.send(RETRY,
                Stream.of(MIB - told, MIB - told + 1)
                        .map(length -> new MessageSender.Message("x".repeat(length), Duration.ZERO, "order-7")).toList());

        assertThat(results.get(0)).isEqualTo(SendResult.SENT);
        assertThat(results.get(1)).isInstanceOf(SendResult.NotSent.class);
    }

    @Test
    void sendsAtMostOneMebibyteInABatch() {
        // given: two fill a batch to the byte, the third would be one byte too much
        String half = "x".repeat(MIB / 2);

        assertThat(send(half, half, "y")).containsOnly(SendResult.SENT);
        assertThat(batchSizes()).containsExactly(2, 1);
    }

    @Test
    void countsBytesAndNotCharacters() {
        String half = "ä".repeat(MIB / 4);

        assertThat(send(half, half, "ä", "z")).containsOnly(SendResult.SENT);
        assertThat(batchSizes()).containsExactly(2, 2);
    }

    @Test
    void keepsToTheLimitsForMessagesOfAnySize() {
        Random random = new Random(29);
        for (int round = 0; round < 20; round++) {
            String[] bodies = random.ints(60, 1, 400_000).mapToObj("x"::repeat).toArray(String[]::new);

            assertThat(send(bodies)).hasSize(60).containsOnly(SendResult.SENT);
        }
        assertThat(sqs.bodies()).allSatisfy(batch -> {
            assertThat(batch).hasSizeBetween(1, 10);
            assertThat(batch.stream().mapToInt(body -> body.getBytes(StandardCharsets.UTF_8).length).sum())
                    .isLessThanOrEqualTo(MIB);
        });
    }

    @Test
    void refusesAMessageThatIsTooLargeAndSendsTheOthers() {
        List<SendResult> results = send("a", "x".repeat(MIB + 1), "b", "x".repeat(MIB));

        assertThat(results).containsExactly(SendResult.SENT,
                new SendResult.NotSent(
                        "it has 1048577 bytes as a message, the queue orders-retry takes 1048576, and no bucket is there for the rest"),
                SendResult.SENT, SendResult.SENT);
        assertThat(batchSizes()).containsExactly(2, 1);
    }

    @Test
    void sendsOnlyWhatFailedAgain() {
        sqs.answer(refusing("InternalError", false, "1", "3"), refusing("InternalError", false, "3"));

        assertThat(send(numbered(5))).hasSize(5).containsOnly(SendResult.SENT);
        assertThat(sqs.bodies()).containsExactly(List.of("0", "1", "2", "3", "4"), List.of("1", "3"), List.of("3"));
    }

    @Test
    void givesUpAfterThreeRounds() {
        sqs.answer(refusing("InternalError", false, "1"), refusing("InternalError", false, "1"),
                refusing("ServiceUnavailable", false, "1"));

        assertThat(send("0", "1")).containsExactly(SendResult.SENT,
                new SendResult.NotSent("SQS refused it with ServiceUnavailable"));
        assertThat(sqs.bodies()).containsExactly(List.of("0", "1"), List.of("1"), List.of("1"));
    }

    @Test
    void putsWhatFailedInSeveralBatchesTogether() {
        sqs.answer(refusing("InternalError", false, "1"), refusing("InternalError", false, "11", "12"));

        assertThat(send(numbered(13))).containsOnly(SendResult.SENT);
        assertThat(sqs.bodies()).hasSize(3).last().isEqualTo(List.of("1", "11", "12"));
    }

    @Test
    void doesNotSendAgainWhatSqsBlamesTheSenderFor() {
        sqs.answer(refusing("InvalidMessageContents", true, "1"));

        assertThat(send("0", "1", "2")).containsExactly(SendResult.SENT,
                new SendResult.NotSent("SQS refused it with InvalidMessageContents"), SendResult.SENT);
        assertThat(sqs.requests).hasSize(1);
    }

    @Test
    void reportsAMessageThatSqsDoesNotMention() {
        sqs.answer(request -> SendMessageBatchResponse.builder()
                .successful(SendMessageBatchResultEntry.builder().id(request.entries().get(1).id()).build()).build());

        assertThat(send("0", "1")).containsExactly(new SendResult.NotSent("SQS did not say what became of it"),
                SendResult.SENT);
        assertThat(sqs.requests).hasSize(1);
    }

    @Test
    void reportsABatchThatFailsAsAWholeAndSendsTheOthers() {
        sqs.answer(failing("no route to host"));

        List<SendResult> results = send(numbered(12));

        assertThat(results.subList(0, 10)).containsOnly(new SendResult.NotSent("SdkClientException: no route to host"));
        assertThat(results.subList(10, 12)).containsOnly(SendResult.SENT);
        assertThat(batchSizes()).containsExactly(10, 2);
    }

    @Test
    void reportsWhatIsLeftWhenALaterRoundFails() {
        sqs.answer(refusing("InternalError", false, "1"), failing("timed out"));

        assertThat(send("0", "1")).containsExactly(SendResult.SENT, new SendResult.NotSent("SdkClientException: timed out"));
        assertThat(sqs.requests).hasSize(2);
    }

    @Test
    void neverShowsABody() {
        assertThat(new MessageSender.Message("marker-4711", Duration.ZERO, "").toString()).doesNotContain("marker");
    }
}
