package dev.punctual.testkit.queue;

import static dev.punctual.testkit.queue.QueueFixture.QUEUE;
import static dev.punctual.testkit.queue.QueueFixture.bodies;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;

class SendMessageTest {

    private static final int MIB = 1024 * 1024;

    private final QueueFixture queues = QueueFixture.plain();

    @Test
    void digestsTheBodyAsClientsVerifyIt() {
        assertThat(queues.send("hello").md5OfBody()).isEqualTo("5d41402abc4b2a76b9719d911017c592");
    }

    @Test
    void digestsAttributesByNameTypeAndValue() {
        var attributes = Map.of("b", MessageAttribute.binary("x".getBytes(StandardCharsets.UTF_8)), "a",
                MessageAttribute.string("y"));

        var sent = queues.service.sendMessage(QUEUE, SendRequest.of("hello").with(attributes));

        assertThat(sent.md5OfAttributes()).contains("f320c7dd40fc2cdbfc21ea39a9a84576");
        assertThat(queues.receiveOne().attributes()).isEqualTo(attributes);
    }

    @Test
    void holdsAMessageBackForItsDelay() {
        queues.service.sendMessage(QUEUE, SendRequest.of("later").delayed(Duration.ofSeconds(900)));

        queues.pass(899);
        assertThat(queues.receive()).isEmpty();
        assertThat(queues.attribute("ApproximateNumberOfMessagesDelayed")).isEqualTo("1");
        queues.pass(1);

        assertThat(bodies(queues.receive())).containsExactly("later");
    }

    @Test
    void holdsMessagesBackForTheQueuesDelayUnlessTheyHaveTheirOwn() {
        queues.service.setAttributes(QUEUE, Map.of("DelaySeconds", "10"));
        queues.send("queue's");
        queues.service.sendMessage(QUEUE, SendRequest.of("own").delayed(Duration.ZERO));

        assertThat(bodies(queues.receive())).containsExactly("own");
        queues.pass(10);

        assertThat(bodies(queues.receive())).contains("queue's");
    }

    @ParameterizedTest
    @ValueSource(strings = { "nul\u0000", "bell\u0007", "surrogate\ud800", "end\uffff" })
    void rejectsCharactersThatXmlDoesNotAllow(String body) {
        assertThatThrownBy(() -> queues.send(body)).isInstanceOf(SqsException.InvalidMessageContents.class)
                .hasMessageContaining("encode bytes as base64");
    }

    @Test
    void takesTabsNewlinesAndAstralCharacters() {
        queues.send("\t\r\n\ud83d\ude00\ue000");

        assertThat(bodies(queues.receive())).containsExactly("\t\r\n\ud83d\ude00\ue000");
    }

    @Test
    void rejectsMessagesThatAreEmptyOrTooLarge() {
        queues.send("x".repeat(MIB));

        assertThatThrownBy(() -> queues.send("")).isInstanceOf(SqsException.MissingParameter.class)
                .hasMessageContaining("MessageBody");
        assertThatThrownBy(() -> queues.send("x".repeat(MIB + 1))).isInstanceOf(SqsException.InvalidParameterValue.class)
                .hasMessageContaining("shorter than 1048576 bytes, was 1048577");
    }

    @Test
    void countsAttributesIntoTheSize() {
        var request = SendRequest.of("x".repeat(MIB - 7)).with(Map.of("a", MessageAttribute.string("1")));

        assertThatThrownBy(() -> queues.service.sendMessage(QUEUE, request)).hasMessageContaining("was 1048577");
    }

    @Test
    void rejectsDelaysOutOfRange() {
        var tooLong = SendRequest.of("x").delayed(Duration.ofSeconds(901));
        var fraction = SendRequest.of("x").delayed(Duration.ofMillis(1500));

        assertThatThrownBy(() -> queues.service.sendMessage(QUEUE, tooLong)).hasMessageContaining("between 0 and 900");
        assertThatThrownBy(() -> queues.service.sendMessage(QUEUE, fraction))
                .isInstanceOf(SqsException.InvalidParameterValue.class)
                .hasMessageContaining("whole seconds");
    }

    @Test
    void rejectsBadAttributes() {
        assertThatThrownBy(() -> sendWith(Map.of("AWS.x", MessageAttribute.string("1"))))
                .hasMessageContaining("'AWS.x' is invalid");
        assertThatThrownBy(() -> sendWith(Map.of("a", new MessageAttribute.Text("Binary", "1"))))
                .hasMessageContaining("type 'Binary'");
        assertThatThrownBy(() -> sendWith(Map.of("a", MessageAttribute.string("")))).hasMessageContaining("not empty");
        assertThatThrownBy(() -> sendWith(Map.of("a", MessageAttribute.number("x1")))).hasMessageContaining("to a number");
    }

    private void sendWith(Map<String, MessageAttribute> attributes) {
        queues.service.sendMessage(QUEUE, SendRequest.of("x").with(attributes));
    }

    @Test
    void sendsTheOthersOfABatchWhenOneIsIllegal() {
        var batch = List.of(entry("good", "x"), entry("bad", "\u0000"));

        var results = queues.service.sendMessageBatch(QUEUE, batch);

        assertThat(results.get(0)).isInstanceOf(BatchResult.Success.class);
        assertThat(results.get(1)).isInstanceOfSatisfying(BatchResult.Failure.class, failure -> {
            assertThat(failure.id()).isEqualTo("bad");
            assertThat(failure.code()).isEqualTo("InvalidMessageContents");
            assertThat(failure.senderFault()).isTrue();
        });
        assertThat(bodies(queues.receive())).containsExactly("x");
    }

    @Test
    void failsTheEntriesThatWereOrderedToFail() {
        queues.faults.order(FaultRule.at("sqs:SendMessageBatch", Trigger.call(1), Fault.failEntries(0)));

        var results = queues.service.sendMessageBatch(QUEUE, List.of(entry("a", "first"), entry("b", "second")));

        assertThat(results.get(0)).isInstanceOfSatisfying(BatchResult.Failure.class,
                failure -> assertThat(failure.senderFault()).isFalse());
        assertThat(bodies(queues.receive())).containsExactly("second");
    }

    @Test
    void rejectsBatchesAsAWhole() {
        var eleven = IntStream.range(0, 11).mapToObj(i -> entry("e" + i, "x")).toList();
        var large = List.of(entry("a", "x".repeat(MIB)), entry("b", "x"));

        assertThatThrownBy(() -> sendBatch(List.of())).isInstanceOf(SqsException.EmptyBatchRequest.class);
        assertThatThrownBy(() -> sendBatch(eleven)).isInstanceOf(SqsException.TooManyEntriesInBatchRequest.class);
        assertThatThrownBy(() -> sendBatch(large)).isInstanceOf(SqsException.BatchRequestTooLong.class);
        assertThatThrownBy(() -> sendBatch(Collections.nCopies(2, entry("a", "x"))))
                .isInstanceOf(SqsException.BatchEntryIdsNotDistinct.class);
        assertThatThrownBy(() -> sendBatch(List.of(entry("a b", "x")))).isInstanceOf(SqsException.InvalidBatchEntryId.class);
        assertThat(queues.receive()).isEmpty();
    }

    private void sendBatch(List<BatchEntry<SendRequest>> entries) {
        queues.service.sendMessageBatch(QUEUE, entries);
    }

    private static BatchEntry<SendRequest> entry(String id, String body) {
        return new BatchEntry<>(id, SendRequest.of(body));
    }

    @Test
    void refusesWhatAThrottleStrikes() {
        queues.faults.order(FaultRule.at("sqs:SendMessage", Trigger.next(1), Fault.throttle()).on(QUEUE));

        assertThatThrownBy(() -> queues.send("x")).isInstanceOf(SqsException.RequestThrottled.class);
        assertThat(queues.send("x").messageId()).hasSize(36);
    }
}
