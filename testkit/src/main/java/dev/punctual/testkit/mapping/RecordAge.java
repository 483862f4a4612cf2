package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.time.Instant;

/** Tells which records of a batch are too old to be sent; a pure function. */
final class RecordAge {

    private RecordAge() {
    }

    /** How many records, from the first, are older than the limit. */
    static int expired(StreamBatch batch, Duration limit, Instant now) {
        int count = 0;
        while (count < batch.size() && isOlder(batch.records().get(count), limit, now)) {
            count++;
        }
        return count;
    }

    private static boolean isOlder(BufferedRecord record, Duration limit, Instant now) {
        return record.record().arrival().plus(limit).isBefore(now);
    }
}
