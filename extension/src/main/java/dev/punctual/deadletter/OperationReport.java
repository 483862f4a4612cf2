package dev.punctual.deadletter;

import java.util.List;

/**
 * What became of letters.
 *
 * @param seen how many letters were looked at
 * @param done how many were redriven, discarded, exported or imported, or would have been in a dry run
 * @param quarantined how many were left alone because they were redriven too often
 * @param failed how many could not be dealt with; they are in the queue still
 * @param failures why, for the first of them, in sentences
 * @param complete whether all letters were looked at: not so where the operation was interrupted
 */
public record OperationReport(long seen, long done, long quarantined, long failed, List<String> failures, boolean complete) {

    /** Copies the list. */
    public OperationReport {
        failures = List.copyOf(failures);
    }
}
