package dev.punctual.aggregation;

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
        if (!is(data)) {
            throw new UndecodableException("not an aggregated record: it does not begin with the magic number");
        }
        int end = data.length - Checksum.LENGTH;
        if (end < MAGIC.length) {
            throw new UndecodableException("an aggregated record of " + data.length
                    + " bytes is too short for its magic number and checksum");
        }
        if (!Checksum.holds(data, MAGIC.length, end)) {
            throw new UndecodableException("the MD5 of an aggregated record of " + data.length
                    + " bytes is not that of its message: it was damaged, or merely begins like one");
        }
        return new MessageReader<>(data, MAGIC.length, end, maker).read();
    }

    /**
     * Reads the events of an aggregated record of a stream.
     *
     * @param record its bytes are not changed, nor handed on
     * @return at least one, in the record's order, each with its own partition key and its sub-sequence number
     * @throws UndecodableException as {@link #read}
     */
    public static List<EventRecord> events(EventRecord record) throws UndecodableException {
        return read(record.data(), (number, partitionKey, explicitHashKey, bytes) -> record.sub(number, partitionKey, bytes));
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
