package dev.punctual.devui;

import java.util.List;

import dev.punctual.deadletter.OperationReport;

/**
 * What became of letters.
 *
 * @param done how many were redriven or discarded
 * @param quarantined how many were left alone because they were redriven too often
 * @param failed how many could not be dealt with
 * @param failures why, in sentences
 * @param complete whether all were looked at
 */
public record Outcome(long done, long quarantined, long failed, List<String> failures, boolean complete) {

    static Outcome of(OperationReport report) {
        return new Outcome(report.done(), report.quarantined(), report.failed(), report.failures(), report.complete());
    }
}
