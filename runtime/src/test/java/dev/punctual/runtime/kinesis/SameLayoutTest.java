package dev.punctual.runtime.kinesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.engine.BatchItem;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.runtime.event.RecordsReader;

/** The quick reader against the one of any JSON: it gives the same items, or gives up. */
class SameLayoutTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final int MUTATIONS = 20_000;

    private final KinesisEvents kinesis = new KinesisEvents(new RecordsReader(new JsonFactory()));

    static String record(String key, String number, String data, String arrival) {
        return "{\"kinesis\":{\"kinesisSchemaVersion\":\"1.0\",\"partitionKey\":\"" + key + "\",\"sequenceNumber\":\"" + number
                + "\",\"data\":\"" + data + "\",\"approximateArrivalTimestamp\":" + arrival
                + "},\"eventSource\":\"aws:kinesis\","
                + "\"eventVersion\":\"1.0\",\"eventID\":\"shardId-000000000006:" + number
                + "\",\"eventName\":\"aws:kinesis:record\","
                + "\"invokeIdentityArn\":\"arn:aws:iam::123456789012:role/lambda-role\",\"awsRegion\":\"us-east-2\","
                + "\"eventSourceARN\":\"arn:aws:kinesis:us-east-2:123456789012:stream/lambda-stream\"}";
    }

    static byte[] event(int records, Random random) {
        return IntStream.range(0, records).mapToObj(i -> {
            byte[] data = new byte[1 + random.nextInt(300)];
            random.nextBytes(data);
            return record("key-" + random.nextInt(1_000), "4959033827149025660855969253836157109592157598913658" + (1_000 + i),
                    Base64.getEncoder().encodeToString(data), 1_545_084_650 + i + "." + (100 + i % 900));
        }).collect(Collectors.joining(",", "{\"Records\":[", "]}")).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] one(String record) {
        return ("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8);
    }

    private void assertSameOrGivenUp(byte[] payload) {
        List<BatchItem> quick = KinesisEvents.readAsWrittenByLambda(payload);
        if (quick == null) {
            return;
        }
        List<BatchItem> any;
        try {
            any = kinesis.readAnyJson(payload, NOW);
        } catch (MalformedEventException e) {
            throw new AssertionError("read quickly, and refused otherwise: " + new String(payload, StandardCharsets.UTF_8), e);
        }
        assertThat(quick).usingRecursiveComparison().isEqualTo(any);
    }

    @Test
    void readsWhatLambdaWrites() {
        byte[] payload = event(100, new Random(1));

        assertThat(KinesisEvents.readAsWrittenByLambda(payload)).hasSize(100);
        assertSameOrGivenUp(payload);
    }

    @Test
    void sharesWhatAllRecordsHaveInCommon() {
        List<BatchItem> items = KinesisEvents.readAsWrittenByLambda(event(2, new Random(1)));

        assertThat(items.get(1).event().source()).isSameAs(items.get(0).event().source());
        assertThat(items.get(1).event().shardId()).isSameAs(items.get(0).event().shardId());
    }

    @Test
    void givesUpOnEveryTruncation() {
        byte[] payload = event(3, new Random(1));

        for (int length = 0; length < payload.length; length++) {
            assertThat(KinesisEvents.readAsWrittenByLambda(Arrays.copyOf(payload, length))).as("%d bytes", length).isNull();
        }
    }

    @Test
    void neverReadsAMutatedBatchOtherwise() {
        Random random = new Random(7);
        byte[] whole = event(4, random);

        for (int i = 0; i < MUTATIONS; i++) {
            byte[] payload = whole.clone();
            for (int changes = 1 + random.nextInt(2); changes > 0; changes--) {
                String likely = "\"\\:,{}[]=.0A/+ \u007f\u0001";
                payload[random.nextInt(payload.length)] = (byte) (random.nextInt(4) == 0 ? random.nextInt(256)
                        : likely.charAt(random.nextInt(likely.length())));
            }
            assertSameOrGivenUp(payload);
        }
    }

    @Test
    void neverReadsABatchThatLacksOrRepeatsAPieceOtherwise() {
        Random random = new Random(8);
        byte[] whole = event(4, random);

        for (int i = 0; i < MUTATIONS; i++) {
            int from = random.nextInt(whole.length);
            int to = from + random.nextInt(Math.min(40, whole.length - from));
            boolean repeat = random.nextBoolean();
            byte[] payload = new byte[repeat ? whole.length + to - from : whole.length - to + from];
            System.arraycopy(whole, 0, payload, 0, repeat ? to : from);
            System.arraycopy(whole, repeat ? from : to, payload, repeat ? to : from, whole.length - (repeat ? from : to));
            assertSameOrGivenUp(payload);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "eA==", "eHk=", "eHl6", "eHl6eHl6", "eHl6eA==", "eB==" })
    void readsBase64WithItsPadding(String data) {
        byte[] payload = one(record("k", "1", data, "1.5"));

        assertThat(KinesisEvents.readAsWrittenByLambda(payload)).hasSize(1);
        assertSameOrGivenUp(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "e", "eA", "eA=", "eA===", "e===", "====", "eHl6=", "e%==", "eHl6e", "eA==eA==", "eH-_" })
    void leavesOtherBase64ToTheOtherReader(String data) {
        assertThat(KinesisEvents.readAsWrittenByLambda(one(record("k", "1", data, "1.5")))).isNull();
    }

    @ParameterizedTest
    @CsvSource({ "1545084650, 2018-12-17T22:10:50Z", "1545084650.987, 2018-12-17T22:10:50.987Z",
            "1545084650.987654321, 2018-12-17T22:10:50.987654321Z", "1545084650.5, 2018-12-17T22:10:50.500Z" })
    void readsArrivals(String json, Instant arrival) {
        byte[] payload = one(record("k", "1", "eA==", json));

        assertThat(KinesisEvents.readAsWrittenByLambda(payload)).singleElement()
                .satisfies(item -> assertThat(item.event().arrival()).isEqualTo(arrival));
        assertSameOrGivenUp(payload);
    }

    @ParameterizedTest
    @ValueSource(strings = { "1.545084650987E9", "01", "0", "-1", "1.", ".5", "1..5", "\"1\"", "null", "123456789012345",
            "1.1234567890" })
    void leavesOtherArrivalsToTheOtherReader(String json) {
        assertThat(KinesisEvents.readAsWrittenByLambda(one(record("k", "1", "eA==", json)))).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = { "\\u0041", "\\\"", "ä", "\t" })
    void leavesKeysThatMustBeLookedAtToTheOtherReader(String key) {
        assertThat(KinesisEvents.readAsWrittenByLambda(one(record(key, "1", "eA==", "1.5")))).isNull();
    }

    @Test
    void leavesOtherLayoutsToTheOtherReader() {
        String plain = record("k", "1", "eA==", "1.5");

        assertThat(KinesisEvents.readAsWrittenByLambda(one(plain.replace("\":", "\": ")))).as("white space").isNull();
        assertThat(KinesisEvents.readAsWrittenByLambda(one(plain.replace("aws:kinesis\"", "aws:sqs\"")))).as("source").isNull();
        assertThat(KinesisEvents.readAsWrittenByLambda(one(plain.replace("0006:1", "0006:2")))).as("event id").isNull();
        assertThat(KinesisEvents.readAsWrittenByLambda(one(plain.replace(":stream/", ":table/")))).as("ARN").isNull();
        assertThat(KinesisEvents.readAsWrittenByLambda(one(plain + ',' + plain.replace("us-east-2", "us-west-2")))).isNull();
        assertThat(KinesisEvents.readAsWrittenByLambda(one(""))).as("no records").isNull();
    }
}
