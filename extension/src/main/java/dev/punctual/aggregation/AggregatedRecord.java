package dev.punctual.aggregation;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.event.EventRecord;
import dev.punctual.spi.UndecodableException;

/**
 * The record form in which the Kinesis Producer Library (KPL) packs many events into one record: a magic number, a protobuf
 * message, and the MD5 of the message.
 *
 * <p>
 * Source: <a href="https://github.com/awslabs/amazon-kinesis-producer/blob/master/aggregation-format.md">KPL Aggregated Record
 * Format</a>.
 */
public final class AggregatedRecord {

    /**
     * The most events that one record may hold, read or written: 16 bytes for each in a record of 1 MiB, and an end to what
     * empty events can do to memory.
     */
    public static final int MOST_EVENTS = 65_536;

    private static final byte[] MAGIC = { (byte) 0xF3, (byte) 0x89, (byte) 0x9A, (byte) 0xC2 };

    private AggregatedRecord() {
    }

    /** Whether a record claims to be aggregated: it begins with the magic number, whatever follows. */
    public static boolean is(byte[] data) {
        return data.length >= MAGIC.length && data[0] == MAGIC[0] && data[1] == MAGIC[1] && data[2] == MAGIC[2]
                && data[3] == MAGIC[3];
    }

    /**
     * Reads the events of an aggregated record; allocates no more than a copy of each event's data and a small object for it.
     *
     * @param data not changed, nor handed on
     * @return at least one, in the record's order; its place is its sub-sequence number
     * @throws UndecodableException if any part of it is at fault, with what and where, and without bytes of it
     */
    public static List<AggregatedEvent> read(byte[] data) throws UndecodableException {
        return read(data, (number, partitionKey, explicitHashKey, bytes) -> new AggregatedEvent(partitionKey, explicitHashKey,
                bytes));
    }

    private static <E> List<E> read(byte[] data, MessageReader.Maker<E> maker) throws UndecodableException {
        return read(data, isSound(data), maker);
    }

    private static boolean hasRoom(byte[] data) {
        return data.length >= MAGIC.length + Checksum.LENGTH;
    }

    private static <E> List<E> read(byte[] data, boolean sound, MessageReader.Maker<E> maker) throws UndecodableException {
        if (!is(data)) {
            throw new UndecodableException("not an aggregated record: it does not begin with the magic number");
        }
        if (!hasRoom(data)) {
            throw new UndecodableException("an aggregated record of " + data.length
                    + " bytes is too short for its magic number and checksum");
        }
        if (!sound) {
            throw new UndecodableException("the MD5 of an aggregated record of " + data.length
                    + " bytes is not that of its message: it was damaged, or merely begins like one");
        }
        return new MessageReader<>(data, MAGIC.length, data.length - Checksum.LENGTH, maker).read();
    }

    /**
     * Reads the events of an aggregated record of a stream.
     *
     * @param record its bytes are not changed, nor handed on
     * @return at least one, in the record's order, each with its own partition key and its sub-sequence number
     * @throws UndecodableException as {@link #read}
     */
    public static List<EventRecord> events(EventRecord record) throws UndecodableException {
        return read(record.data(), maker(record));
    }

    private static MessageReader.Maker<EventRecord> maker(EventRecord record) {
        return (number, partitionKey, explicitHashKey, bytes) -> record.sub(number, partitionKey, bytes);
    }

    /**
     * What a record holds.
     *
     * @param events in the record's order, each with its own partition key and its sub-sequence number; none if it is at fault
     * @param fault what is at fault and where, without bytes of it; an empty string where nothing is
     */
    public record Contents(List<EventRecord> events, String fault) {
    }

    /**
     * Reads the events of several aggregated records; the checksums of two are computed at once, which takes less time than
     * one after the other.
     *
     * @param records their bytes are not changed, nor handed on
     * @return what each of them holds, in their order
     */
    public static List<Contents> contents(List<EventRecord> records) {
        List<Contents> contents = new ArrayList<>(records.size());
        for (int i = 0; i + 1 < records.size(); i += 2) {
            EventRecord first = records.get(i);
            EventRecord second = records.get(i + 1);
            boolean[] sound = hasRoom(first.data()) && hasRoom(second.data())
                    ? Checksum.hold(first.data(), second.data(), MAGIC.length)
                    : new boolean[] { isSound(first.data()), isSound(second.data()) };
            contents.add(contents(first, sound[0]));
            contents.add(contents(second, sound[1]));
        }
        if (records.size() % 2 == 1) {
            EventRecord last = records.get(records.size() - 1);
            contents.add(contents(last, isSound(last.data())));
        }
        return contents;
    }

    private static boolean isSound(byte[] data) {
        return hasRoom(data) && Checksum.holds(data, MAGIC.length, data.length - Checksum.LENGTH);
    }

    private static Contents contents(EventRecord record, boolean sound) {
        try {
            return new Contents(read(record.data(), sound, maker(record)), "");
        } catch (UndecodableException e) {
            return new Contents(List.of(), String.valueOf(e.getMessage()));
        }
    }

    /** Writes a record around its message; the message is in its place already. */
    static byte[] seal(byte[] record) {
        System.arraycopy(MAGIC, 0, record, 0, MAGIC.length);
        Checksum.write(record, MAGIC.length, record.length - Checksum.LENGTH);
        return record;
    }

    /** Where a record's message begins. */
    static int messageStart() {
        return MAGIC.length;
    }

    /** How long a record is whose message has this length. */
    static int sizeAround(int message) {
        return MAGIC.length + message + Checksum.LENGTH;
    }
}
