package dev.punctual.template.cost;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Costs for people. */
final class CostTable {

    private CostTable() {
    }

    static String of(List<Cost> costs, Prices prices, Assumptions assumptions) {
        double atRest = costs.stream().mapToDouble(Cost::atRest).sum();
        double perMillion = costs.stream().mapToDouble(Cost::perMillion).sum();
        String rows = costs.stream().map(cost -> row(cost.resource(), cost.atRest(), cost.perMillion()))
                .collect(Collectors.joining());
        return "# Costs\n\nIn " + prices.currency() + ", list prices of " + prices.region() + " as of " + prices.date()
                + ", without free tiers.\n\n| resource | a month, at rest | a million events more |\n|---|---|---|\n" + rows
                + row("**all**", atRest, perMillion) + '\n' + assumed(assumptions);
    }

    private static String row(String resource, double atRest, double perMillion) {
        return String.format(Locale.ROOT, "| %s | %.2f | %.4f |\n", resource, atRest, perMillion);
    }

    private static String assumed(Assumptions assumptions) {
        return String.format(Locale.ROOT, "Assumed: records of %,d bytes, full batches, %d ms of a function for an event,"
                + " %.1f %% of the events parked once, %.1f %% dead, %d bytes logged an invocation, no record too large for a"
                + " message; a queue that feeds a function is polled by five long polls of 20 s. A million events of each"
                + " source, where there are several.\n", assumptions.recordBytes(), assumptions.millisPerEvent(),
                100 * assumptions.parked(), 100 * assumptions.dead(), assumptions.logBytes());
    }
}
