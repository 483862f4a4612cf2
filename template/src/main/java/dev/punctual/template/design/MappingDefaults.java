package dev.punctual.template.design;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.punctual.deadline.Durations;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.Handler;
import dev.punctual.template.settings.StreamSettings;
import dev.punctual.template.stack.Stream;
import dev.punctual.template.stack.StreamMapping;

/** What the mapping of a stream is set to where its settings leave it open: by the budgets of the handlers that share it. */
final class MappingDefaults {

    private static final int BATCH_SIZE = 100;
    /** A window that takes no more than this part of the shortest budget. */
    private static final int WINDOWS_PER_BUDGET = 20;
    private static final Duration LONGEST_WINDOW = Duration.ofMinutes(5);
    private static final Duration LEAST_AGE = Duration.ofHours(1);
    /** Lambda's longest maximum record age: 7 days. */
    private static final Duration LONGEST_AGE = Duration.ofDays(7);

    private MappingDefaults() {
    }

    static StreamMapping of(Stream stream, List<Handler> handlers) {
        StreamSettings settings = stream.settings();
        return new StreamMapping(stream, settings.batchSize().orElse(BATCH_SIZE),
                settings.batchingWindow().orElseGet(() -> window(handlers)), settings.parallelizationFactor(),
                settings.maximumRetryAttempts(), settings.maximumRecordAge().orElseGet(() -> age(handlers)));
    }

    /** A twentieth of the shortest budget, in whole seconds; none where a handler has no budget to tell what it can spare. */
    static Duration window(List<Handler> handlers) {
        if (handlers.stream().anyMatch(handler -> handler.retry().isEmpty())) {
            return Duration.ZERO;
        }
        Duration spared = budgets(handlers).map(budget -> budget.dividedBy(WINDOWS_PER_BUDGET)).min(Comparator.naturalOrder())
                .orElse(Duration.ZERO);
        return Durations.min(Duration.ofSeconds(spared.toSeconds()), LONGEST_WINDOW);
    }

    /** Twice the longest budget, and an hour at least: what is older has died of its deadline, or is lost in an outage. */
    static Duration age(List<Handler> handlers) {
        Duration twice = budgets(handlers).map(budget -> budget.multipliedBy(2)).max(Comparator.naturalOrder())
                .orElse(LEAST_AGE);
        Duration whole = Durations.ceilToSeconds(twice.compareTo(LEAST_AGE) < 0 ? LEAST_AGE : twice);
        return Durations.min(whole, LONGEST_AGE);
    }

    private static java.util.stream.Stream<Duration> budgets(List<Handler> handlers) {
        return handlers.stream().map(Handler::retry).flatMap(Optional::stream).map(RetryPolicy::budget)
                .map(budget -> budget.value());
    }
}
