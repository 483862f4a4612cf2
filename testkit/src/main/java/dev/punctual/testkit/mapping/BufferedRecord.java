package dev.punctual.testkit.mapping;

import java.time.Instant;

import dev.punctual.testkit.stream.StreamRecord;

/**
 * A record that was read but is not done.
 *
 * @param json the record as it stands in an event
 * @param read when the mapping read it
 */
record BufferedRecord(StreamRecord record, byte[] json, Instant read) {

    String sequenceNumber() {
        return record.sequenceNumber();
    }
}
