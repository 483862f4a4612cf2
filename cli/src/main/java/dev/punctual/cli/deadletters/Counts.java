package dev.punctual.cli.deadletters;

import java.util.Locale;

import dev.punctual.deadletter.OperationReport;

/** Numbers of letters in words. */
final class Counts {

    private Counts() {
    }

    static String letters(long count) {
        return String.format(Locale.ROOT, count == 1 ? "%,d letter" : "%,d letters", count);
    }

    /** Whether no letter was meant. */
    static boolean none(OperationReport report) {
        return report.done() + report.quarantined() + report.failed() == 0;
    }

    /** What became of the others. */
    static String rest(OperationReport report) {
        return (report.quarantined() > 0 ? ", " + report.quarantined() + " quarantined" : "")
                + (report.failed() > 0 ? ", " + report.failed() + " failed" : "");
    }
}
