package dev.punctual.aggregation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.UndecodableException;

/**
 * Reads the message of an aggregated record, most often in one pass: the tables of keys stand before the events that refer to
 * them, unless a producer has its own ways.
 *
 * @param <E> what is made of an event
 */
final class MessageReader<E> {

    /** Makes an event. */
    interface Maker<E> {
        E make(int number, String partitionKey, String explicitHashKey, byte[] data);
    }

    private static final String PARTITION_KEY = "partition key";
    private static final String EXPLICIT_HASH_KEY = "explicit hash key";

    private final byte[] data;
    private final int start;
    private final int end;
    private final Maker<E> maker;
    private final WireReader wire;
    private final List<String> partitionKeys = new ArrayList<>();
    private final List<String> explicitHashKeys = new ArrayList<>();
    private @Nullable List<E> events;
    private int number;
    private boolean tablesComplete;
    private boolean refersAhead;

    MessageReader(byte[] data, int start, int end, Maker<E> maker) {
        this.data = data;
        this.start = start;
        this.end = end;
        this.maker = maker;
        this.wire = new WireReader(data, start, end);
    }

    List<E> read() throws UndecodableException {
        pass();
        if (refersAhead) {
            refersAhead = false;
            tablesComplete = true;
            events = null;
            number = 0;
            wire.moveTo(start, end);
            pass();
        }
        if (events == null) {
            throw new UndecodableException("an aggregated record has no events");
        }
        return events;
    }

    private void pass() throws UndecodableException {
        while (wire.hasMore()) {
            int tag = wire.tag();
            if (tag == Wire.RECORDS) {
                readEvent();
            } else if (tag == Wire.PARTITION_KEYS && !tablesComplete) {
                partitionKeys.add(Keys.readPartitionKey(data, wire));
            } else if (tag == Wire.EXPLICIT_HASH_KEYS && !tablesComplete) {
                explicitHashKeys.add(Keys.read(data, wire));
            } else {
                wire.skip(tag);
            }
        }
    }

    private void readEvent() throws UndecodableException {
        int length = wire.length();
        if (number == AggregatedRecord.MOST_EVENTS) {
            throw new UndecodableException("an aggregated record has more than " + AggregatedRecord.MOST_EVENTS
                    + " events; let its producer aggregate fewer (the KPL's AggregationMaxCount)");
        }
        int next = wire.position() + length;
        if (refersAhead) {
            wire.advance(length);
        } else {
            wire.moveTo(wire.position(), next);
            readFields(events == null ? room(length) : events);
            wire.moveTo(next, end);
        }
        number++;
    }

    /** For as many events as there would be if all were like the first. */
    private List<E> room(int length) {
        List<E> room = new ArrayList<>(Math.min(AggregatedRecord.MOST_EVENTS, 1 + (end - wire.position()) / (length + 2)));
        events = room;
        return room;
    }

    private void readFields(List<E> to) throws UndecodableException {
        String partitionKey = null;
        String explicitHashKey = "";
        byte[] bytes = null;
        while (wire.hasMore()) {
            int tag = wire.tag();
            switch (tag) {
                case Wire.PARTITION_KEY_INDEX -> partitionKey = lookUp(partitionKeys, PARTITION_KEY);
                case Wire.EXPLICIT_HASH_KEY_INDEX -> explicitHashKey = lookUp(explicitHashKeys, EXPLICIT_HASH_KEY);
                case Wire.DATA -> bytes = readData();
                default -> wire.skip(tag);
            }
        }
        if (partitionKey == null || bytes == null) {
            throw new UndecodableException("event " + number + " of an aggregated record, which ends at byte "
                    + wire.position() + ", has no " + (bytes == null ? "data" : PARTITION_KEY));
        }
        to.add(maker.make(number, partitionKey, explicitHashKey, bytes));
    }

    private String lookUp(List<String> table, String what) throws UndecodableException {
        long index = wire.varint();
        if (index >= 0 && index < table.size()) {
            return table.get((int) index);
        }
        if (tablesComplete) {
            throw new UndecodableException("event " + number + " of an aggregated record, before byte " + wire.position()
                    + ", has " + what + " " + Long.toUnsignedString(index) + " of " + table.size());
        }
        refersAhead = true;
        return "";
    }

    private byte[] readData() throws UndecodableException {
        int length = wire.length();
        int from = wire.position();
        wire.advance(length);
        return Arrays.copyOfRange(data, from, from + length);
    }
}
