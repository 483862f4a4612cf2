package dev.punctual.runtime;

import static dev.punctual.runtime.EventPipelineFixture.failures;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringWriter;
import java.time.Duration;
import java.util.Base64;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.testing.Samples;

class EventPipelineTest {

    private final EventPipelineFixture pipeline = new EventPipelineFixture();

    private static String kinesis(String... data) {
        return Stream.of(data)
                .map(text -> "{\"eventSource\":\"aws:kinesis\",\"eventSourceARN\":\"" + Samples.STREAM_ARN
                        + "\",\"eventID\":\"shardId-1:1\",\"kinesis\":{\"sequenceNumber\":\"" + text.replaceAll("\\D", "")
                        + "\",\"data\":\"" + Base64.getEncoder().encodeToString(utf8(text)) + "\"}}")
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    private static String sqs(String queue, String... bodies) throws java.io.IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeArrayFieldStart("Records");
            for (int i = 0; i < bodies.length; i++) {
                json.writeStartObject();
                json.writeStringField("messageId", "m-" + i);
                json.writeStringField("body", bodies[i]);
                json.writeStringField("eventSource", "aws:sqs");
                json.writeStringField("eventSourceARN", "arn:aws:sqs:us-east-1:000000000000:" + queue);
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }

    private static String placed(int number) {
        return "{\"type\":\"placed\",\"n\":" + number + "}";
    }

    private static String parkedOnce() {
        ParkedEvent first = Samples.parked(Samples.event(utf8(placed(7))), Duration.ZERO);
        return new RetryFormat(new JsonFactory()).write(new ParkedEvent("Orders#STREAM", first.event(),
                new Deadline(EventPipelineFixture.NOW, EventPipelineFixture.NOW.plusSeconds(60)), first.attempts(), 1,
                Redrive.NONE, Duration.ZERO));
    }

    @Test
    void handlesABatchOfAStream() {
        assertThat(pipeline.handle(kinesis(placed(1), placed(2)))).isEqualTo(failures());
        assertThat(pipeline.calls).containsExactly("orders#1:1", "orders#1:2");
    }

    @Test
    void parksWhatFails() {
        pipeline.handlerFails = true;

        assertThat(pipeline.handle(kinesis(placed(1)))).isEqualTo(failures());
        assertThat(pipeline.parked).singleElement().satisfies(parked -> {
            assertThat(parked.handler()).isEqualTo("Orders#STREAM");
            assertThat(parked.event().data()).isEqualTo(utf8(placed(1)));
            assertThat(parked.attempts().count()).isEqualTo(1);
        });
    }

    @Test
    void namesTheLowestSequenceNumberThatTheQueuesDidNotTake() {
        pipeline.handlerFails = true;
        pipeline.queuesTake = false;

        assertThat(pipeline.handle(kinesis(placed(10), placed(9), placed(11)))).isEqualTo(failures("9"));
    }

    @Test
    void makesDeadLettersOfWhatCannotBeHandled() {
        assertThat(pipeline.handle(kinesis("garbage 1", "{\"type\":\"unheard-of\",\"n\":2}", placed(3)))).isEqualTo(failures());

        assertThat(pipeline.letters).extracting(DeadLetter::reason).containsExactlyInAnyOrder(Reason.UNDECODABLE,
                Reason.UNKNOWN_TYPE);
        assertThat(pipeline.calls).containsExactly("orders#1:3");
    }

    @Test
    void handlesABatchOfAQueueThatFeedsHandlers() throws java.io.IOException {
        assertThat(pipeline.handle(sqs("orders", placed(1), placed(2)))).isEqualTo(failures());
        assertThat(pipeline.calls).containsExactly("orders#1:1", "orders#1:2");
    }

    @Test
    void namesEveryMessageThatTheQueuesDidNotTake() throws java.io.IOException {
        pipeline.queuesTake = false;

        assertThat(pipeline.handle(sqs("orders", "garbage", placed(1), "more"))).isEqualTo(failures("m-0", "m-2"));
    }

    @Test
    void triesAParkedEventAgain() throws java.io.IOException {
        assertThat(pipeline.handle(sqs("orders-retry", parkedOnce()))).isEqualTo(failures());
        assertThat(pipeline.calls).containsExactly("orders#3:7");
    }

    @Test
    void makesADeadLetterOfARetryMessageThatIsNoParkedEvent() throws java.io.IOException {
        assertThat(pipeline.handle(sqs("orders-retry", "marker", parkedOnce()))).isEqualTo(failures());

        assertThat(pipeline.calls).containsExactly("orders#3:7");
        assertThat(pipeline.letters).singleElement().satisfies(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.UNDECODABLE);
            assertThat(letter.detail()).startsWith("the retry queue held a message that is no parked event")
                    .doesNotContain("marker");
            assertThat(letter.event().data()).isEqualTo(utf8("marker"));
            assertThat(letter.event().source().name()).isEqualTo("orders-retry");
        });
    }

    @Test
    void completesWhatTheOnFailureQueueHolds() throws java.io.IOException {
        DeadLetter letter = Samples.letter(Samples.event(utf8("x")));

        String answer = pipeline.handle(sqs("orders-on-failure", new DeadLetterFormat(new JsonFactory()).write(letter), "?"));

        assertThat(answer).isEqualTo(failures());
        assertThat(pipeline.completed).extracting(DeadLetter::reason).containsExactly(Reason.ATTEMPTS, Reason.ABANDONED);
        assertThat(pipeline.calls).isEmpty();
    }

    @Test
    void refusesABatchOfAnotherFunction() throws java.io.IOException {
        pipeline.self = FunctionRole.RETRY;

        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> pipeline.handle(kinesis(placed(1))))
                .withMessageContaining("This is the retry function");
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> pipeline.handle(sqs("orders", placed(1))));
        assertThat(pipeline.calls).isEmpty();
        assertThat(pipeline.handle(sqs("orders-retry", parkedOnce()))).isEqualTo(failures());
    }

    @Test
    void handlesAnEmptyBatch() {
        assertThat(pipeline.handle("{\"Records\":[]}")).isEqualTo(failures());
    }

    @ParameterizedTest
    @ValueSource(strings = { "aws:s3", "aws:dynamodb", "AWS:SQS", "null" })
    void refusesAnUnknownSource(String source) {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> pipeline.handle("{\"Records\":[{\"eventSource\":\"" + source + "\"}]}"))
                .withMessage("Records[0].eventSource is '" + source + "'; expected aws:kinesis or aws:sqs");
    }

    @Test
    void refusesARecordWithoutSource() {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> pipeline.handle("{\"Records\":[{}]}"))
                .withMessage("Records[0] has no eventSource; expected aws:kinesis or aws:sqs");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[]", "\"hello\"", "{\"detail-type\":\"Scheduled Event\"}", "{\"Records\":[" })
    void refusesWhatIsNoEventOfASource(String payload) {
        assertThatExceptionOfType(MalformedEventException.class).isThrownBy(() -> pipeline.handle(payload));
    }
}
