package dev.punctual.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import dev.punctual.spi.UndecodableException;

/** Reads the message of an aggregated record in two passes, since its tables of keys may stand behind its events. */
final class MessageReader {

    private static final int FIRST_CAPACITY = 32;

    private final byte[] data;
    private final WireReader wire;
    private final List<String> partitionKeys = new ArrayList<>();
    private final List<String> explicitHashKeys = new ArrayList<>();
    /** Where each event begins and ends. */
    private int[] bounds = new int[2 * FIRST_CAPACITY];
    private int count;

    MessageReader(byte[] data, int start, int end) {
        this.data = data;
        this.wire = new WireReader(data, start, end);
    }

    List<AggregatedEvent> read() throws UndecodableException {
        readTables();
        if (count == 0) {
            throw new UndecodableException("an aggregated record has no events");
        }
        List<AggregatedEvent> events = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            wire.moveTo(bounds[2 * i], bounds[2 * i + 1]);
            events.add(readEvent(i));
        }
        return events;
    }

    private void readTables() throws UndecodableException {
        while (wire.hasMore()) {
            int tag = wire.tag();
            switch (tag) {
                case Wire.PARTITION_KEYS -> partitionKeys.add(Keys.readPartitionKey(data, wire));
                case Wire.EXPLICIT_HASH_KEYS -> explicitHashKeys.add(Keys.read(data, wire));
                case Wire.RECORDS -> noteEvent();
                default -> wire.skip(tag);
            }
        }
    }

    private void noteEvent() throws UndecodableException {
        int length = wire.length();
        if (count == AggregatedRecord.MOST_EVENTS) {
            throw new UndecodableException("an aggregated record has more than " + AggregatedRecord.MOST_EVENTS
                    + " events; let its producer aggregate fewer (the KPL's AggregationMaxCount)");
        }
        if (2 * count == bounds.length) {
            bounds = Arrays.copyOf(bounds, 2 * bounds.length);
        }
        bounds[2 * count] = wire.position();
        wire.advance(length);
        bounds[2 * count + 1] = wire.position();
        count++;
    }

    private AggregatedEvent readEvent(int number) throws UndecodableException {
        String partitionKey = null;
        String explicitHashKey = "";
        byte[] bytes = null;
        while (wire.hasMore()) {
            int tag = wire.tag();
            switch (tag) {
                case Wire.PARTITION_KEY_INDEX -> partitionKey = lookUp(partitionKeys, "partition key", number);
                case Wire.EXPLICIT_HASH_KEY_INDEX -> explicitHashKey = lookUp(explicitHashKeys, "explicit hash key", number);
                case Wire.DATA -> bytes = readData();
                default -> wire.skip(tag);
            }
        }
        if (partitionKey == null || bytes == null) {
            throw new UndecodableException("event " + number + " of an aggregated record, which ends at byte "
                    + wire.position() + ", has no " + (bytes == null ? "data" : "partition key"));
        }
        return new AggregatedEvent(partitionKey, explicitHashKey, bytes);
    }

    private String lookUp(List<String> table, String what, int number) throws UndecodableException {
        long index = wire.varint();
        if (index < 0 || index >= table.size()) {
            throw new UndecodableException("event " + number + " of an aggregated record, before byte " + wire.position()
                    + ", has " + what + " " + Long.toUnsignedString(index) + " of " + table.size());
        }
        return table.get((int) index);
    }

    private byte[] readData() throws UndecodableException {
        int length = wire.length();
        int start = wire.position();
        wire.advance(length);
        return Arrays.copyOfRange(data, start, start + length);
    }
}
