package dev.punctual.template.cost;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;

import dev.punctual.template.markdown.Spans;
import dev.punctual.template.markdown.Table;

/** Costs for people. */
final class CostPage {

    private static final int CENTS = 2;
    private static final int HUNDREDTHS_OF_CENTS = 4;

    private CostPage() {
    }

    static String of(Costs costs) {
        Prices prices = costs.prices();
        String rest = table(costs.atRest(), prices, CENTS);
        String events = costs.events().entrySet().stream().map(entry -> "### Of the " + entry.getKey().described() + "\n\n"
                + table(entry.getValue(), prices, HUNDREDTHS_OF_CENTS)).collect(Collectors.joining("\n"));
        return """
                # Costs

                In %s, as of %s in %s: %s, without free tiers, discounts and taxes.

                ## At rest, per month

                %s
                ## Per million events

                %s
                ## What this assumes

                %s
                Not in it: what exists already, storage in the ledger, the bucket and the logs, payloads in the bucket, network
                gateways of a VPC, and what handlers themselves call.
                """.formatted(prices.currency(), prices.date(), prices.region(), prices.source(), rest, events,
                assumptions(costs.assumptions()));
    }

    private static String table(List<Cost> costs, Prices prices, int decimals) {
        Table table = Table.of("resource", "what", "how much", prices.currency());
        BigDecimal total = BigDecimal.ZERO;
        for (Cost cost : costs) {
            BigDecimal charge = cost.charge(prices);
            total = total.add(charge);
            table = table.row(cost.resource(), cost.what(), Numbers.quantity(cost.quantity()),
                    Numbers.money(charge, decimals));
        }
        return table.row("**all**", "", "", "**" + Numbers.money(total, decimals) + "**").text();
    }

    private static String assumptions(Assumptions assumptions) {
        return """
                - A month has %d hours. At each queue that feeds a function, %d pollers of Lambda wait %s for messages, again and again.
                - An event has %s bytes, and takes %s of a function's billed time; %s of them come each second. Batches are full:
                  events that come one by one cost an invocation each.
                - %s %% of the events wait in the retry queue once, %s %% become dead letters, each alone.
                - An invocation logs %d bytes, and handlers nothing.
                - Where handlers are idempotent, each event of the source goes to one. A key of data is used for %s.
                """
                .formatted(assumptions.hours(), assumptions.pollers(), Spans.of(assumptions.poll()),
                        Numbers.quantity(BigDecimal.valueOf(assumptions.eventBytes())), Spans.of(assumptions.handling()),
                        Numbers.quantity(BigDecimal.valueOf(assumptions.eventsPerSecond())), percent(assumptions.parked()),
                        percent(assumptions.dead()), assumptions.invocationLogBytes(), Spans.of(assumptions.dataKeyUse()));
    }

    private static String percent(BigDecimal share) {
        return Numbers.quantity(share.movePointRight(2));
    }
}
