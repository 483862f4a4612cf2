package dev.punctual.runtime.deadletter;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.deadletter.OnFailureReader.Found;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.RetryFormat;

class OnFailureReaderTest {

    /** As the Lambda developer guide documents it. */
    static final String NOTICE = """
            {
                "requestContext": {
                    "requestId": "c9b8fa9f-5a7f-xmpl-af9c-0c604cde93a5",
                    "functionArn": "arn:aws:lambda:us-east-2:123456789012:function:myfunction",
                    "condition": "RetryAttemptsExhausted",
                    "approximateInvokeCount": 1
                },
                "responseContext": {
                    "statusCode": 200,
                    "executedVersion": "$LATEST",
                    "functionError": "Unhandled"
                },
                "version": "1.0",
                "timestamp": "2019-11-14T00:38:06.021Z",
                "KinesisBatchInfo": {
                    "shardId": "shardId-000000000001",
                    "startSequenceNumber": "49601189658422359378836298521827638475320189012309704722",
                    "endSequenceNumber": "49601189658422359378836298522902373528957594348623495186",
                    "approximateArrivalOfFirstRecord": "2019-11-14T00:38:04.835Z",
                    "approximateArrivalOfLastRecord": "2019-11-14T00:38:05.580Z",
                    "batchSize": 500,
                    "streamArn": "arn:aws:kinesis:us-east-2:123456789012:stream/mystream"
                }
            }""";

    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

    private final OnFailureReader reader = new OnFailureReader(new JsonFactory());

    private DeadLetter read(String body) {
        return ((Found.Letter) found(body)).letter();
    }

    private Found found(String body) {
        return reader.read(new SqsEvents.Message("message-1", queue("orders-on-failure"), SENT, body),
                new QueueMessage.Author("orders-dead-letter", "request-1", "shop:2.0"), NOW);
    }

    private static void assertWrittenHere(DeadLetter letter) {
        assertThat(letter.reason()).isEqualTo(Reason.ABANDONED);
        assertThat(letter.function()).isEqualTo("orders-dead-letter");
        assertThat(letter.requestId()).isEqualTo("request-1");
        assertThat(letter.application()).isEqualTo("shop:2.0");
        assertThat(letter.diedAt()).isEqualTo(NOW);
        assertThat(letter.redrive()).isEqualTo(Redrive.NONE);
    }

    private void assertWrapped(String body) {
        DeadLetter letter = read(body);

        assertWrittenHere(letter);
        assertThat(letter.detail())
                .isEqualTo("the queue orders-on-failure held a message in no known form; it is kept as it stands");
        assertThat(letter.event().data()).isEqualTo(utf8(body));
        assertThat(letter.event().arrival()).isEqualTo(SENT);
        assertThat(letter.id()).isEqualTo("orders-on-failure/message-1#-");
        assertThat(letter.attempts()).isEqualTo(AttemptHistory.NONE);
    }

    @Test
    void leavesALetterOfOursAsItIs() {
        DeadLetter written = letter(event(utf8("x")));

        assertThat(read(new DeadLetterFormat(new JsonFactory()).write(written))).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void leavesAParkedEventWhoseReceivesWereUsedUpToTheEngine() {
        ParkedEvent parked = parked(event(utf8("x")), Duration.ZERO);

        BatchItem.GivenUp givenUp = ((Found.GivenUp) found(new RetryFormat(new JsonFactory()).write(parked))).item();

        assertThat(givenUp.itemId()).isEqualTo("message-1");
        assertThat(givenUp.detail()).isEqualTo("the retry queue gave it up: its receives were used up");
        assertThat(givenUp.parked()).usingRecursiveComparison().isEqualTo(parked);
    }

    @Test
    void makesALetterOfTheNoticeThatLambdaGaveRecordsUp() {
        DeadLetter letter = read(NOTICE);

        assertWrittenHere(letter);
        assertThat(letter.event().source()).isEqualTo(new EventSource(EventSource.Kind.STREAM, "mystream",
                "arn:aws:kinesis:us-east-2:123456789012:stream/mystream"));
        assertThat(letter.event().shardId()).isEqualTo("shardId-000000000001");
        assertThat(letter.event().sequenceNumber()).isEqualTo("49601189658422359378836298521827638475320189012309704722");
        assertThat(letter.event().arrival()).isEqualTo(Instant.parse("2019-11-14T00:38:04.835Z"));
        assertThat(letter.event().data()).isEqualTo(utf8(NOTICE));
        assertThat(letter.handler()).isEmpty();
    }

    @Test
    void tellsAPersonWhereTheRecordsOfANoticeAre() {
        assertThat(read(NOTICE).detail()).isEqualTo("Lambda gave up 500 records of shard shardId-000000000001, sequence numbers"
                + " 49601189658422359378836298521827638475320189012309704722 to"
                + " 49601189658422359378836298522902373528957594348623495186 (RetryAttemptsExhausted); the data holds Lambda's"
                + " notice, the records are in the stream until their retention ends");
    }

    @Test
    void readsANoticeThatTellsNoMoreThanItsRecords() {
        DeadLetter letter = read("{\"KinesisBatchInfo\":{\"streamArn\":\"arn:aws:kinesis:us-east-2:123456789012:stream/s\","
                + "\"startSequenceNumber\":\"7\",\"future\":[1,{\"a\":null}]}}");

        assertThat(letter.event().id()).isEqualTo("s/7");
        assertThat(letter.event().arrival()).isEqualTo(Instant.EPOCH);
        assertThat(letter.detail()).contains("gave up ? records", "(no condition told)");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "hello", "null", "[]", "{}", "{\"type\":\"order_placed\"}", "{\"punctual\":\"retry\"}",
            "{\"punctual\":\"dead-letter\",\"version\":99}", "{\"punctual\":\"retry\",\"version\":2}", "{\"a\":",
            "{\"streamArn\":\"arn:aws:kinesis:us-east-2:123456789012:stream/s\"}",
            "{\"streamArn\":\"x:kinesis:y\",\"startSequenceNumber\":\"1\"}",
            "{\"streamArn\":\"arn:aws:dynamodb:us-east-2:123456789012:table/t/stream/x\",\"startSequenceNumber\":\"1\"}",
            "{\"streamArn\":\"arn:aws:kinesis:us-east-2:123456789012:stream/s\",\"startSequenceNumber\":\"1\","
                    + "\"approximateArrivalOfFirstRecord\":\"soon\"}" })
    void keepsAnythingElseAsItStands(String body) {
        assertWrapped(body);
    }

    @Test
    void keepsWhatIsCutAnywhereAsItStands() {
        String letter = new DeadLetterFormat(new JsonFactory()).write(letter(event(utf8("x"))));
        String parked = new RetryFormat(new JsonFactory()).write(parked(event(utf8("x")), Duration.ZERO));
        for (String body : new String[] { letter, parked, NOTICE }) {
            for (int length = 0; length < body.length(); length += 3) {
                assertWrapped(body.substring(0, length));
            }
        }
    }

    @Test
    void keepsWhatIsNestedBeyondMeasureAsItStands() {
        assertWrapped("{\"a\":" + "[".repeat(100_000));
    }
}
