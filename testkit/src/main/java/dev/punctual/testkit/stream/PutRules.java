package dev.punctual.testkit.stream;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** What Kinesis takes as a record and as a batch; throws {@link KinesisException.InvalidArgument} for the rest. */
final class PutRules {

    private static final int MAXIMUM_ENTRIES = 500;
    private static final long MAXIMUM_BATCH_BYTES = 10L * 1024 * 1024;
    private static final int MAXIMUM_KEY_LENGTH = 256;

    private PutRules() {
    }

    static void check(PutEntry entry, int maximumRecordSize) {
        var keyLength = entry.partitionKey().codePointCount(0, entry.partitionKey().length());
        if (keyLength < 1 || keyLength > MAXIMUM_KEY_LENGTH) {
            throw new KinesisException.InvalidArgument(
                    "PartitionKey must have 1 to " + MAXIMUM_KEY_LENGTH + " characters, had " + keyLength + ".");
        }
        var size = size(entry);
        if (size > maximumRecordSize) {
            throw new KinesisException.InvalidArgument("A record of " + size + " bytes (data and partition key) exceeds the "
                    + maximumRecordSize + " bytes that the stream allows; split it or raise the stream's maximum record size.");
        }
        entry.explicitHashKey().ifPresent(PartitionHash::explicit);
    }

    static void checkBatch(List<PutEntry> entries, int maximumRecordSize) {
        if (entries.isEmpty() || entries.size() > MAXIMUM_ENTRIES) {
            throw new KinesisException.InvalidArgument(
                    "PutRecords takes 1 to " + MAXIMUM_ENTRIES + " records, got " + entries.size() + ".");
        }
        entries.forEach(entry -> check(entry, maximumRecordSize));
        var bytes = entries.stream().mapToLong(PutRules::size).sum();
        if (bytes > MAXIMUM_BATCH_BYTES) {
            throw new KinesisException.InvalidArgument(
                    "PutRecords takes " + MAXIMUM_BATCH_BYTES + " bytes in all, got " + bytes + ".");
        }
    }

    static int size(PutEntry entry) {
        return entry.data().length + entry.partitionKey().getBytes(StandardCharsets.UTF_8).length;
    }
}
