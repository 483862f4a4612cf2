package dev.punctual.template.alarm;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/**
 * How long events of a source may wait: the shortest budget of its handlers, or, where none has one, half of what its mapping
 * lets
 * records wait before Lambda gives them up.
 *
 * @param longest what they may wait
 * @param budget whether it is a budget
 */
record Patience(Duration longest, boolean budget) implements Comparable<Patience> {

    private static final Comparator<Patience> SHORTEST_FIRST = Comparator.comparing(Patience::longest)
            .thenComparing(Patience::budget);

    /** That with events of a source; empty for queues without budgets, which keep messages for two weeks. */
    static Optional<Patience> of(Stack stack, Source source) {
        Optional<Patience> budget = budgets(stack.application().handlersOf(source)).stream().findFirst()
                .map(shortest -> new Patience(shortest, true));
        return budget.or(() -> stack.mapping(source).map(StreamMapping::maximumRecordAge)
                .map(age -> new Patience(age.dividedBy(2), false)));
    }

    /** The budgets of handlers, the shortest first, each once. */
    static List<Duration> budgets(List<Handler> handlers) {
        return handlers.stream().map(Handler::retry).flatMap(Optional::stream).map(RetryPolicy::budget)
                .map(budget -> budget.value()).distinct().sorted().toList();
    }

    String described() {
        return budget ? "the shortest budget" : "half of the mapping's maximum record age";
    }

    /** The shortest first. */
    @Override
    public int compareTo(Patience other) {
        return SHORTEST_FIRST.compare(this, other);
    }
}
