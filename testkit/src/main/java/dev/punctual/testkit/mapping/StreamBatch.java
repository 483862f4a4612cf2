package dev.punctual.testkit.mapping;

import java.util.List;

import dev.punctual.testkit.mapping.event.LambdaEvent;
import dev.punctual.testkit.stream.StreamRecord;

/**
 * Records that are sent together.
 *
 * @param records at least one, in order
 * @param retries how much of the retry quota is used
 * @param invocations how often the function was invoked with these records
 */
record StreamBatch(List<BufferedRecord> records, int retries, int invocations) {

    static StreamBatch first(List<BufferedRecord> records) {
        return new StreamBatch(List.copyOf(records), 0, 0);
    }

    int size() {
        return records.size();
    }

    StreamBatch invoked() {
        return new StreamBatch(records, retries, invocations + 1);
    }

    StreamBatch retried() {
        return new StreamBatch(records, retries + 1, invocations);
    }

    StreamBatch part(int from, int to) {
        return new StreamBatch(List.copyOf(records.subList(from, to)), retries, invocations);
    }

    StreamBatch from(int index) {
        return part(index, size());
    }

    byte[] event() {
        return LambdaEvent.of(records.stream().map(BufferedRecord::json).toList());
    }

    List<StreamRecord> content() {
        return records.stream().map(BufferedRecord::record).toList();
    }
}
