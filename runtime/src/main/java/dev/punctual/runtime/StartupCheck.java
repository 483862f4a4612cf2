package dev.punctual.runtime;

import java.time.Duration;
import java.util.List;

import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.engine.EngineSettings;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.handler.HandlerDefinition;

/** Refuses settings that are right one by one, and together would keep events from their handlers. */
final class StartupCheck {

    private StartupCheck() {
    }

    /**
     * Each handler's budget has room for an attempt.
     *
     * @throws IllegalArgumentException if one has not: each of its events would be a dead letter, unattempted
     */
    static void budgets(List<EventRoute> routes, EngineSettings settings) {
        Duration needed = settings.guard().plus(settings.attemptCost().orElse(Duration.ZERO));
        for (EventRoute route : routes) {
            Duration budget = route.policy().budget().value();
            if (budget.compareTo(needed) <= 0) {
                throw new IllegalArgumentException("@RetryWithin of " + route.handler() + ": the budget " + budget
                        + " leaves no time for an attempt, since quarkus.punctual.guard and attempt-cost take " + needed
                        + "; give it more, or them less");
            }
        }
    }

    /**
     * The ledger remembers each event for longer than it may be tried. Handlers without a budget are left out: nothing tells
     * how long their sources keep events.
     *
     * @throws IllegalArgumentException if it does not: an event that it has forgotten would be handled again
     */
    static void ledger(List<EventRoute> routes, Duration ttl) {
        for (EventRoute route : routes) {
            Duration budget = route.policy().budget().value();
            boolean limited = budget.compareTo(TimeBudget.LONGEST) < 0;
            if (route.idempotency().isKept() && limited && ttl.compareTo(budget.plusDays(1)) <= 0) {
                throw new IllegalArgumentException("quarkus.punctual.ledger.ttl: " + ttl + " is too short for "
                        + route.handler() + ", whose @RetryWithin is " + budget
                        + "; it must be more than a day longer than that, and longer than the source keeps events");
            }
        }
    }

    /**
     * No queue that feeds a handler is a retry, on-failure or dead-letter queue too.
     *
     * @throws IllegalArgumentException if one is: its events would be taken for parked events or dead letters
     */
    static void queues(QueueDirectory queues, SourceNames names, List<HandlerDefinition> handlers) {
        for (HandlerDefinition definition : handlers) {
            if (definition.kind() == EventSource.Kind.QUEUE) {
                queues.find(names.of(definition.source())).ifPresent(beside -> {
                    throw new IllegalArgumentException("@OnEvent on " + definition.method() + ": the queue '" + beside.name()
                            + "' is the " + beside.purpose() + " queue of " + beside.source()
                            + "; rename one of them (quarkus.punctual.source.\"" + beside.source() + "\")");
                });
            }
        }
    }
}
