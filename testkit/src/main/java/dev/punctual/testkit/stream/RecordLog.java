package dev.punctual.testkit.stream;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The records of a shard by their index, which counts from 0 and outlives trimming. */
final class RecordLog {

    private final List<StreamRecord> records = new ArrayList<>();
    private long first;

    void append(StreamRecord record) {
        records.add(record);
    }

    /** Drops the oldest records, those that arrived before an instant. */
    void trim(Instant horizon) {
        int count = 0;
        while (count < records.size() && records.get(count).arrival().isBefore(horizon)) {
            count++;
        }
        records.subList(0, count).clear();
        first += count;
    }

    long first() {
        return first;
    }

    long end() {
        return first + records.size();
    }

    /** The index of the first record with this sequence number or a higher one. */
    long indexOf(BigInteger sequenceNumber) {
        int low = 0;
        int high = records.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (new BigInteger(records.get(middle).sequenceNumber()).compareTo(sequenceNumber) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return first + low;
    }

    /** The index of the first record that arrived at an instant or later. */
    long indexOf(Instant timestamp) {
        for (int i = 0; i < records.size(); i++) {
            if (!records.get(i).arrival().isBefore(timestamp)) {
                return first + i;
            }
        }
        return end();
    }

    /** Records from an index on: at least one if there is any, then as many as both limits allow. */
    List<StreamRecord> read(long from, int limit, long maximumBytes) {
        int start = (int) (Math.max(from, first) - first);
        var page = new ArrayList<StreamRecord>();
        long bytes = 0;
        for (int i = start; i < records.size() && page.size() < limit; i++) {
            bytes += records.get(i).size();
            if (bytes > maximumBytes && !page.isEmpty()) {
                break;
            }
            page.add(records.get(i));
        }
        return List.copyOf(page);
    }
}
