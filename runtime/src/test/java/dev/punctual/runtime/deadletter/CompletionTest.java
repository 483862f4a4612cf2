package dev.punctual.runtime.deadletter;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.readback.ReadBack;
import dev.punctual.runtime.readback.Records;
import dev.punctual.runtime.readback.StreamReader;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.payload.ClaimCheck;
import dev.punctual.wire.payload.PayloadException;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.testing.FakeObjectStore;

class CompletionTest {

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

    /** As the Lambda developer guide documents it, with the event that the function would have got. */
    static final String INVOCATION = """
            {"requestContext":{"requestId":"c9b8fa9f","condition":"RetryAttemptsExhausted","approximateInvokeCount":1},
             "version":"1.0","payload":"{\\"Records\\":[{\\"kinesis\\":{\\"kinesisSchemaVersion\\":\\"1.0\\",\\"partitionKey\\":\\"1\\",\\"sequenceNumber\\":\\"495903382714902566085596925383615710959\\",\\"data\\":\\"SGVsbG8sIHRoaXMgaXMgYSB0ZXN0Lg==\\",\\"approximateArrivalTimestamp\\":1545084650.987},\\"eventSource\\":\\"aws:kinesis\\",\\"eventVersion\\":\\"1.0\\",\\"eventID\\":\\"shardId-000000000006:495903382714902566085596925383615710959\\",\\"eventName\\":\\"aws:kinesis:record\\",\\"awsRegion\\":\\"us-east-2\\",\\"eventSourceARN\\":\\"arn:aws:kinesis:us-east-2:123456789012:stream/orders\\"}]}"}""";

    static String objectNotice(String bucket, String key) {
        return "{\"Records\":[{\"eventVersion\":\"2.1\",\"eventSource\":\"aws:s3\",\"eventName\":\"ObjectCreated:Put\",\"s3\":{"
                + "\"bucket\":{\"name\":\"" + bucket + "\"},\"object\":{\"key\":\"" + key + "\",\"size\":1024}}}]}";
    }

    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");
    private static final Instant SENT = Instant.parse("2026-01-01T00:00:00Z");

    private static final QueueMessage.Author AUTHOR = new QueueMessage.Author("orders-dead-letter", "request-1", "shop:2.0");

    private final JsonFactory json = new JsonFactory();
    private final FakeObjectStore objects = new FakeObjectStore();
    private final ClaimCheck buckets = new ClaimCheck(objects,
            new ClaimCheck.Settings(Optional.of("claims"), "", Set.of("discards")));
    private final Payloads payloads = new Payloads(Optional.empty(), false, Optional.of(buckets), () -> NOW);
    private StreamReader streams = (batch, until) -> new Records(List.of(), "nothing is left");

    private DeadLetter read(String body) {
        return only(found(body)).kept().letter();
    }

    private static Found.Announced only(Found found) {
        assertThat(found.items()).isEmpty();
        assertThat(found.letters()).hasSize(1);
        return found.letters().get(0);
    }

    private Found found(String body) {
        try {
            return completion().complete(message(body), AUTHOR, NOW.plusSeconds(10));
        } catch (PayloadException e) {
            throw new AssertionError(e);
        }
    }

    private Completion completion() {
        ReadBack readBack = new ReadBack(Optional.of((batch, until) -> streams.read(batch, until)), Optional.of(buckets), json);
        return new Completion(json, payloads, readBack, () -> NOW);
    }

    private static SqsEvents.Message message(String body) {
        return new SqsEvents.Message("message-1", queue("orders-on-failure"), SENT, body);
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

        BatchItem.GivenUp givenUp = (BatchItem.GivenUp) found(new RetryFormat(json).write(parked)).items().get(0);

        assertThat(givenUp.itemId()).isEqualTo("message-1");
        assertThat(givenUp.detail()).isEqualTo("the retry queue gave it up: its receives were used up");
        assertThat(givenUp.parked()).usingRecursiveComparison().isEqualTo(parked);
    }

    @Test
    void makesALetterOfANoticeWhoseRecordsAreNoLongerThere() {
        Found.Announced found = only(found(NOTICE));

        DeadLetter letter = found.kept().letter();
        assertWrittenHere(letter);
        assertThat(letter.event().source()).isEqualTo(new EventSource(EventSource.Kind.STREAM, "mystream",
                "arn:aws:kinesis:us-east-2:123456789012:stream/mystream"));
        assertThat(letter.event().shardId()).isEqualTo("shardId-000000000001");
        assertThat(letter.event().sequenceNumber()).isEqualTo("49601189658422359378836298521827638475320189012309704722");
        assertThat(letter.event().arrival()).isEqualTo(Instant.parse("2019-11-14T00:38:04.835Z"));
        assertThat(letter.event().data()).isEmpty();
        assertThat(letter.event().attributes()).isEqualTo(Map.of("notice", NOTICE));
        assertThat(letter.handler()).isEmpty();
        assertThat(found.kept().data()).isEqualTo(new LetterData.Missing("nothing is left"));
        assertThat(letter.detail()).isEqualTo("Lambda gave up 500 records of shard shardId-000000000001, sequence numbers"
                + " 49601189658422359378836298521827638475320189012309704722 to"
                + " 49601189658422359378836298522902373528957594348623495186 (RetryAttemptsExhausted); they are in the stream"
                + " until their retention ends; nothing is left");
    }

    @Test
    void leavesEachRecordOfANoticeToTheEngineAndSaysWhichAreMissing() {
        EventRecord first = event(utf8("1"));
        EventRecord second = event(utf8("2"));
        streams = (batch, until) -> new Records(List.of(first, second), "498 of 500 records could not be read back");

        Found found = found(NOTICE);

        assertThat(found.items()).extracting(BatchItem::event).containsExactly(first, second);
        assertThat(found.items()).extracting(BatchItem::itemId).containsOnly("message-1");
        assertThat(found.letters()).singleElement().satisfies(letter -> assertThat(letter.kept().data())
                .isEqualTo(new LetterData.Missing("498 of 500 records could not be read back")));
    }

    @Test
    void makesNoLetterOfANoticeWhoseRecordsAreAllThere() {
        streams = (batch, until) -> new Records(List.of(event(utf8("1"))), "");

        assertThat(found(NOTICE).letters()).isEmpty();
    }

    @Test
    void readsTheRecordsThatLambdaPutIntoABucket() throws Exception {
        objects.put("discards", "aws/lambda/a b.json", utf8(INVOCATION));

        Found found = found(objectNotice("discards", "aws/lambda/a+b.json"));

        assertThat(found.letters()).isEmpty();
        assertThat(found.items()).singleElement().satisfies(item -> {
            assertThat(item.event().id()).isEqualTo("orders/shardId-000000000006:495903382714902566085596925383615710959");
            assertThat(item.event().data()).isEqualTo(utf8("Hello, this is a test."));
        });
    }

    @Test
    void readsNoRecordsFromABucketOfOthers() throws Exception {
        objects.put("theirs", "key", utf8(INVOCATION));

        assertThatThrownBy(() -> completion().complete(message(objectNotice("theirs", "key")), AUTHOR, NOW))
                .isInstanceOf(PayloadException.class).hasMessageContaining("'theirs' is not one that messages may name");
        assertThat(only(completion().incomplete(message(objectNotice("theirs", "key")), AUTHOR, "not allowed")).kept()
                .letter().detail()).isEqualTo("Lambda gave up records and kept them in s3://theirs/key; not allowed");
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{}", "[]", "{\"payload\":", "{\"payload\":\"\"}", "{\"payload\":\"{}\"}",
            "{\"payload\":{\"Records\":[{}]}}", "{\"payload\":7}" })
    void saysThatAnObjectHoldsNoRecords(String content) throws Exception {
        objects.put("discards", "key", utf8(content));

        assertThat(only(found(objectNotice("discards", "key"))).kept().letter().detail())
                .contains("the object s3://discards/key holds no batch of records: ");
    }

    @Test
    void ignoresTheMessageThatTestsABucketsNotices() {
        assertThat(found("{\"Service\":\"Amazon S3\",\"Event\":\"s3:TestEvent\",\"Time\":\"2026-01-01T00:00:00.000Z\","
                + "\"Bucket\":\"discards\",\"RequestId\":\"5582815E1AEA5ADF\",\"HostId\":\"8cLeGAmw098X5cv4Zkwcmo8vvZa3eH3e\"}"))
                .isEqualTo(Found.NOTHING);
    }

    @Test
    void showsMethodsTheBytesOfALetterThatKeepsThemElsewhere() throws Exception {
        byte[] large = new byte[2_000_000];
        String body = payloads.stow(event(large), LetterData.INLINE, (event, data) -> new DeadLetterFormat(json)
                .write(new QueueMessage.Letter(letter(event), data, Edit.NONE)));

        Found.Announced found = only(found(body));

        assertThat(found.told().event().data()).isEqualTo(large);
        assertThat(found.kept().letter().event().data()).isEmpty();
        assertThat(found.kept().data()).isInstanceOf(LetterData.Elsewhere.class);
    }

    @Test
    void waitsForBytesThatCannotBeHadAndThenKeepsTheLetterWithoutThem() throws Exception {
        String body = payloads.stow(event(new byte[2_000_000]), LetterData.INLINE, (event, data) -> new RetryFormat(json)
                .write(new QueueMessage.Parked(parked(event, Duration.ZERO), data)));
        objects.breakDown(true);

        assertThatThrownBy(() -> completion().complete(message(body), AUTHOR, NOW)).isInstanceOf(PayloadException.class);
        Found.Announced found = only(completion().incomplete(message(body), AUTHOR, "S3 is down"));

        assertThat(found.kept().data()).isInstanceOf(LetterData.Elsewhere.class);
        assertThat(found.kept().letter().detail())
                .isEqualTo("the retry queue gave it up: its receives were used up; S3 is down");
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
