package dev.punctual.testkit.queue;

import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;

/** What SQS takes as a batch; throws an {@link SqsException} for the rest. */
final class BatchRules {

    private static final int MAXIMUM_ENTRIES = 10;
    private static final int MAXIMUM_BYTES = 1024 * 1024;
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,80}");

    private BatchRules() {
    }

    static void check(List<? extends BatchEntry<?>> entries) {
        if (entries.isEmpty()) {
            throw new SqsException.EmptyBatchRequest("There should be at least one entry in the batch request.");
        }
        if (entries.size() > MAXIMUM_ENTRIES) {
            throw new SqsException.TooManyEntriesInBatchRequest("Maximum number of entries per request are " + MAXIMUM_ENTRIES
                    + ". You have sent " + entries.size() + ".");
        }
        var ids = new HashSet<String>();
        for (var entry : entries) {
            if (!ID.matcher(entry.id()).matches()) {
                throw new SqsException.InvalidBatchEntryId("Batch entry id '" + entry.id()
                        + "' can only contain alphanumeric characters, hyphens and underscores. It can be at most 80 letters long.");
            }
            if (!ids.add(entry.id())) {
                throw new SqsException.BatchEntryIdsNotDistinct("Id " + entry.id() + " repeated.");
            }
        }
    }

    static void checkSize(List<BatchEntry<SendRequest>> entries) {
        var bytes = entries.stream().mapToLong(entry -> MessageRules.size(entry.value())).sum();
        if (bytes > MAXIMUM_BYTES) {
            throw new SqsException.BatchRequestTooLong("Batch requests cannot be longer than " + MAXIMUM_BYTES
                    + " bytes. You have sent " + bytes + " bytes.");
        }
    }
}
