package dev.punctual.samples.food.driver;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a run came to.
 *
 * @param orders orders placed
 * @param events events that the stream took, those that handlers put included
 * @param handled events handled
 * @param handledFirstTry of them, by the first attempt
 * @param handledOnRetry of them, by a later one
 * @param deadLettered dead letters by reason
 * @param lost events neither handled nor dead: must be 0
 * @param duplicates events handled again, letters written again, and events both handled and dead
 * @param latencyMillis from arrival in the stream to handled
 * @param attempts calls of handlers
 * @param lateAttempts of them, begun after the event's deadline: must be 0
 * @param slack what handled events had left until their deadlines
 * @param seconds from the first order to the last outcome
 * @param wire what the stream took, and what that costs
 * @param redriven what came of redriving dead letters
 */
record Report(int orders, int events, int handled, int handledFirstTry, int handledOnRetry,
        Map<String, Integer> deadLettered, int lost, int duplicates, Latency latencyMillis, int attempts, int lateAttempts,
        Slack slack, double seconds, Wire wire, Aftermath.Redriven redriven) {

    /** Percentiles of a duration. */
    record Latency(long p50, long p99, long max) {

        static Latency of(List<Long> sorted) {
            return new Latency(percentile(sorted, 0.50), percentile(sorted, 0.99), percentile(sorted, 1));
        }

        // The nearest rank.
        private static long percentile(List<Long> sorted, double share) {
            return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
        }
    }

    boolean isPromiseKept() {
        return lost == 0 && lateAttempts == 0 && redriven.isComplete();
    }

    Report with(Aftermath.Redriven redrivenNow) {
        return new Report(orders, events, handled, handledFirstTry, handledOnRetry, deadLettered, lost, duplicates,
                latencyMillis, attempts, lateAttempts, slack, seconds, wire, redrivenNow);
    }

    String table() {
        StringBuilder table = new StringBuilder();
        row(table, "orders", orders);
        row(table, "events", events);
        row(table, "handled", handled);
        row(table, "  on the first try", handledFirstTry);
        row(table, "  on a retry", handledOnRetry);
        row(table, "dead letters", deadLettered.values().stream().mapToInt(Integer::intValue).sum());
        deadLettered.forEach((reason, count) -> row(table, "  " + reason, count));
        row(table, "lost", lost);
        row(table, "duplicates", duplicates);
        row(table, "attempts", attempts);
        row(table, "late attempts", lateAttempts);
        row(table, "latency p50 [ms]", latencyMillis.p50());
        row(table, "latency p99 [ms]", latencyMillis.p99());
        row(table, "latency max [ms]", latencyMillis.max());
        row(table, "records", wire.records());
        row(table, "put units", wire.putUnits());
        row(table, "  per million events", Math.round(wire.putUnitsPerMillionEvents()));
        decimal(table, "bytes per event", wire.bytesPerEvent());
        decimal(table, "seconds", seconds);
        return table.toString();
    }

    private static void decimal(StringBuilder table, String name, double value) {
        table.append(String.format(Locale.ROOT, "%-22s%10.1f%n", name, value));
    }

    private static void row(StringBuilder table, String name, long value) {
        table.append(String.format(Locale.ROOT, "%-22s%10d%n", name, value));
    }
}
