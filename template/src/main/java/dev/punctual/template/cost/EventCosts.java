package dev.punctual.template.cost;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.settings.Architecture;
import dev.punctual.template.stack.QueueMapping;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** What a million events of a source cost, in the order of their life; used once. */
final class EventCosts {

    static final long EVENTS = 1_000_000;

    private static final int MEGABYTES_PER_GB = 1_024;
    private static final BigDecimal BYTES_PER_GB = BigDecimal.valueOf(1L << 30);
    private static final int DECIMALS = 9;

    private final Stack stack;
    private final Source source;
    private final Assumptions assumptions;
    private final List<Cost> costs = new ArrayList<>();

    private EventCosts(Stack stack, Source source, Assumptions assumptions) {
        this.stack = stack;
        this.source = source;
        this.assumptions = assumptions;
    }

    static List<Cost> of(Stack stack, Source source, Assumptions assumptions) {
        EventCosts events = new EventCosts(stack, source, assumptions);
        List<Handler> handlers = stack.application().handlersOf(source);
        events.costs.addAll(SourceCosts.of(stack, source, EVENTS, assumptions));
        if (!handlers.isEmpty()) {
            events.function(FunctionRole.STREAM, EVENTS, events.batch());
            events.parked(handlers);
            events.dead();
            events.costs.addAll(LedgerCosts.of(handlers, EVENTS, assumptions));
            events.key();
        }
        return List.copyOf(events.costs);
    }

    private int batch() {
        return source.isStream() ? stack.mapping(source).map(StreamMapping::batchSize).orElseThrow()
                : stack.queueMappings().stream()
                        .filter(mapping -> mapping.queue().source().equals(source)
                                && mapping.queue().purpose() == QueuePurpose.SOURCE)
                        .map(QueueMapping::batchSize).findFirst().orElseThrow();
    }

    private void function(FunctionRole role, long events, int batch) {
        String resource = role.text() + " function";
        long invocations = Numbers.ceilDiv(events, batch);
        add(resource, "invocations, batches of " + batch, invocations, Price.INVOCATIONS);
        BigDecimal seconds = BigDecimal.valueOf(events * assumptions.handling().toMillis(), 3);
        BigDecimal gigabytes = BigDecimal.valueOf(stack.function(role).settings().memory())
                .divide(BigDecimal.valueOf(MEGABYTES_PER_GB), DECIMALS, RoundingMode.HALF_UP);
        costs.add(new Cost(resource, "GB-s at " + stack.function(role).settings().memory() + " MB",
                seconds.multiply(gigabytes), gigabyteSecond()));
        costs.add(new Cost(resource, "GB of logs", BigDecimal.valueOf(invocations * assumptions.invocationLogBytes())
                .divide(BYTES_PER_GB, DECIMALS, RoundingMode.HALF_UP), Price.LOG_GB));
    }

    private Price gigabyteSecond() {
        return stack.settings().architecture() == Architecture.ARM64 ? Price.ARM_GB_SECOND : Price.X86_GB_SECOND;
    }

    /** Each comes alone: sent, received, deleted. */
    private void parked(List<Handler> handlers) {
        long parked = Numbers.share(EVENTS, assumptions.parked());
        if (parked > 0 && handlers.stream().anyMatch(Handler::parks)) {
            add(queue(QueuePurpose.RETRY), "requests: sent, received, deleted", parked * 3, Price.QUEUE_REQUESTS);
            function(FunctionRole.RETRY, parked, 1);
        }
    }

    private void dead() {
        long dead = Numbers.share(EVENTS, assumptions.dead());
        if (dead == 0) {
            return;
        }
        if (stack.letterBox() == QueuePurpose.ON_FAILURE) {
            add(queue(QueuePurpose.ON_FAILURE), "requests: sent, received, deleted", dead * 3, Price.QUEUE_REQUESTS);
            function(FunctionRole.DEAD_LETTER, dead, 1);
        }
        add(queue(QueuePurpose.DEAD_LETTER), "requests: sent", dead, Price.QUEUE_REQUESTS);
    }

    /** A key of data is made, and read again, for each place that is encrypted, once in a while. */
    private void key() {
        if (!stack.hasKey()) {
            return;
        }
        long places = 1 + stack.queues().stream().filter(queue -> queue.source().equals(source)
                && queue.purpose() != QueuePurpose.SOURCE).count() + (stack.hasLedger() ? 1 : 0);
        long seconds = Numbers.ceilDiv(EVENTS, assumptions.eventsPerSecond());
        long uses = Numbers.ceilDiv(seconds, assumptions.dataKeyUse().toSeconds());
        add("key", "requests: keys of data made and read", 2 * places * uses, Price.KEY_REQUESTS);
    }

    private String queue(QueuePurpose purpose) {
        return "queue " + source.name() + purpose.suffix();
    }

    private void add(String resource, String what, long quantity, Price price) {
        costs.add(Cost.of(resource, what, quantity, price));
    }
}
