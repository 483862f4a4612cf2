package dev.punctual.aggregation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.UndecodableException;

class AggregatedRecordTest {

    private static final byte[] DATA = "payload".getBytes(UTF_8);

    @Test
    void isToldByItsMagicNumber() {
        byte[] record = new RawMessage().text(1, "key").message(3, RawMessage.event(0, DATA)).toRecord();

        assertThat(AggregatedRecord.is(record)).isTrue();
        assertThat(AggregatedRecord.is(Arrays.copyOf(record, 4))).isTrue();
        assertThat(AggregatedRecord.is(Arrays.copyOf(record, 3))).isFalse();
        assertThat(AggregatedRecord.is("{\"id\":1}".getBytes(UTF_8))).isFalse();
    }

    @Test
    void readsTablesThatStandBehindTheirEvents() throws Exception {
        byte[] record = new RawMessage().message(3, RawMessage.event(1, DATA).number(2, 0))
                .text(1, "a").text(2, "17").text(1, "b").toRecord();

        assertThat(AggregatedRecord.read(record)).usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new AggregatedEvent("b", "17", DATA));
    }

    @Test
    void passesOverTagsAndFieldsItDoesNotKnow() throws Exception {
        RawMessage event = RawMessage.event(0, DATA).message(4, new RawMessage().text(1, "tag").text(2, "value"))
                .number(5, -1L).tag(6, Wire.FIXED_64).raw(new byte[8]).tag(70_000, Wire.FIXED_32).raw(new byte[4]);
        byte[] record = new RawMessage().number(9, 300).text(1, "key").message(3, event).text(1000, "later").toRecord();

        assertThat(AggregatedRecord.read(record)).usingRecursiveFieldByFieldElementComparator()
                .containsExactly(new AggregatedEvent("key", "", DATA));
    }

    @Test
    void readsFieldsOfTheWrongTypeAsUnknownOnes() {
        byte[] record = new RawMessage().text(1, "key").message(3, new RawMessage().text(1, "0").bytes(3, DATA)).toRecord();

        assertRefused(record, "event 0 of an aggregated record, which ends at byte 23, has no partition key");
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 2, 5, 6 })
    void readsSeveralAsItReadsEachAlone(int count) throws Exception {
        EventSource orders = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders");
        List<EventRecord> records = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            byte[] record = new RawMessage().text(1, "key").message(3, RawMessage.event(0, new byte[100 * i])).toRecord();
            if (i == 2) {
                record[9] ^= 1;
            }
            byte[] data = i == 3 ? Arrays.copyOf(record, 7) : record;
            records.add(new EventRecord(orders, "shardId-0", String.valueOf(i), "key", Instant.EPOCH, data));
        }

        List<AggregatedRecord.Contents> contents = AggregatedRecord.contents(records);

        assertThat(contents).hasSize(count);
        for (int i = 0; i < count; i++) {
            if (i == 2 || i == 3) {
                assertRefused(records.get(i).data(), contents.get(i).fault());
                assertThat(contents.get(i).events()).isEmpty();
            } else {
                assertThat(contents.get(i).fault()).isEmpty();
                assertThat(contents.get(i).events()).usingRecursiveFieldByFieldElementComparator()
                        .isEqualTo(AggregatedRecord.events(records.get(i)));
            }
        }
    }

    @Test
    void refusesWhatDoesNotClaimToBeOne() {
        assertRefused(DATA, "not an aggregated record: it does not begin with the magic number");
    }

    @ParameterizedTest
    @ValueSource(ints = { 4, 5, 19 })
    void refusesRecordsTooShortForTheirChecksum(int length) {
        byte[] record = new RawMessage().text(1, "key").message(3, RawMessage.event(0, DATA)).toRecord();

        assertRefused(Arrays.copyOf(record, length),
                "an aggregated record of " + length + " bytes is too short for its magic number and checksum");
    }

    @Test
    void refusesEachRecordWithOneByteChanged() {
        byte[] record = new RawMessage().text(1, "key").message(3, RawMessage.event(0, DATA)).toRecord();

        for (int i = AggregatedRecord.messageStart(); i < record.length; i++) {
            byte[] damaged = record.clone();
            damaged[i] ^= 1;
            assertRefused(damaged, "the MD5 of an aggregated record of " + record.length
                    + " bytes is not that of its message: it was damaged, or merely begins like one");
        }
    }

    @Test
    void refusesRecordsWithoutEvents() {
        assertRefused(new RawMessage().toRecord(), "an aggregated record has no events");
        assertRefused(new RawMessage().text(1, "key").toRecord(), "an aggregated record has no events");
    }

    @Test
    void refusesAMillionEmptyEvents() {
        RawMessage message = new RawMessage().text(1, "key");
        byte[] empty = RawMessage.event(0, new byte[0]).toBytes();
        for (int i = 0; i < 1_000_000; i++) {
            message.bytes(3, empty);
        }

        assertRefused(message.toRecord(), "an aggregated record has more than 65536 events; let its producer aggregate fewer"
                + " (the KPL's AggregationMaxCount)");
    }

    @ParameterizedTest
    @ValueSource(longs = { 1, Integer.MAX_VALUE, 1L << 32, Long.MIN_VALUE, -1 })
    void refusesIndicesBeyondTheTable(long index) {
        byte[] record = new RawMessage().text(1, "key").message(3, RawMessage.event(0, DATA))
                .message(3, RawMessage.event(index, DATA)).toRecord();

        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> AggregatedRecord.read(record))
                .withMessageStartingWith("event 1 of an aggregated record, before byte")
                .withMessageEndingWith("has partition key " + Long.toUnsignedString(index) + " of 1");
    }

    @Test
    void refusesIndicesOfExplicitHashKeysBeyondTheirTable() {
        byte[] record = new RawMessage().text(1, "key").message(3, RawMessage.event(0, DATA).number(2, 0)).toRecord();

        assertRefused(record, "event 0 of an aggregated record, before byte 24, has explicit hash key 0 of 0");
    }

    @Test
    void refusesEventsWithoutData() {
        byte[] record = new RawMessage().text(1, "key").message(3, new RawMessage().number(1, 0)).toRecord();

        assertRefused(record, "event 0 of an aggregated record, which ends at byte 13, has no data");
    }

    @Test
    void refusesLengthsBeyondTheEnd() {
        assertRefused(new RawMessage().text(1, "key").tag(3, Wire.BYTES).varint(5).raw(new byte[4]).toRecord(),
                "an aggregated record's field at byte 10 says that it has 5 bytes, and 4 are left");
        assertRefused(new RawMessage().tag(1, Wire.BYTES).varint(Long.MIN_VALUE).toRecord(),
                "an aggregated record's field at byte 5 says that it has 9223372036854775808 bytes, and 0 are left");
        assertRefused(new RawMessage().text(1, "key")
                .message(3, new RawMessage().number(1, 0).tag(3, Wire.BYTES).varint(1)).text(1, "more").toRecord(),
                "an aggregated record's field at byte 14 says that it has 1 bytes, and 0 are left");
    }

    @Test
    void refusesNumbersThatAreCutOffOrTooLong() {
        assertRefused(new RawMessage().raw(new byte[] { (byte) 0x80 }).toRecord(),
                "an aggregated record's number at byte 4 is cut off");
        byte[] endless = new byte[11];
        Arrays.fill(endless, (byte) 0xFF);
        assertRefused(new RawMessage().raw(endless).toRecord(), "an aggregated record's number at byte 4 is too long");
    }

    @Test
    void refusesFieldsThatAreCutOff() {
        assertRefused(new RawMessage().tag(9, Wire.FIXED_64).raw(new byte[7]).toRecord(),
                "an aggregated record's field at byte 5 is cut off");
        assertRefused(new RawMessage().tag(9, Wire.FIXED_32).raw(new byte[3]).toRecord(),
                "an aggregated record's field at byte 5 is cut off");
    }

    @Test
    void refusesFieldsWithoutNumberAndGroups() {
        assertRefused(new RawMessage().number(0, 1).toRecord(), "an aggregated record's field at byte 4 has no valid number");
        assertRefused(new RawMessage().varint((1L << 32) + 10).toRecord(),
                "an aggregated record's field at byte 4 has no valid number");
        assertRefused(new RawMessage().tag(9, 3).tag(9, 4).toRecord(),
                "an aggregated record's field before byte 5 is of wire type 3, which is not in use");
    }

    @Test
    void refusesKeysThatKinesisDoesNotTake() {
        assertRefused(new RawMessage().text(1, "").message(3, RawMessage.event(0, DATA)).toRecord(),
                "an aggregated record's partition key at byte 5 has 0 characters, and Kinesis takes 1 to 256");
        assertRefused(new RawMessage().text(1, "k".repeat(257)).message(3, RawMessage.event(0, DATA)).toRecord(),
                "an aggregated record's partition key at byte 5 has 257 characters, and Kinesis takes 1 to 256");
    }

    @Test
    void refusesKeysThatAreNoText() throws Exception {
        assertRefused(new RawMessage().bytes(1, new byte[] { 'k', (byte) 0xFF }).toRecord(),
                "an aggregated record's key at byte 6 is not in UTF-8");

        byte[] replacement = new RawMessage().text(1, "\uFFFD").message(3, RawMessage.event(0, DATA)).toRecord();
        assertThat(AggregatedRecord.read(replacement).get(0).partitionKey()).isEqualTo("\uFFFD");
    }

    @Test
    void namesNeitherKeysNorData() {
        assertThat(new AggregatedEvent("secret", "17", DATA)).hasToString("AggregatedEvent[7 bytes]");
    }

    private static void assertRefused(byte[] record, String message) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> AggregatedRecord.read(record))
                .withMessage(message);
    }
}
