package dev.punctual.deployment.handler;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;

/**
 * Checks one {@code @RetryWithin}; used once.
 *
 * <p>
 * The rules are those of the engine's own types: each is built here with everything else in order, so that each mistake
 * is found, not only the first. What an expression leaves open is not checked.
 */
final class RetryCheck {

    private static final TimeBudget AMPLE = new TimeBudget(TimeBudget.LONGEST);
    private static final Backoff SHORT = new Backoff(Duration.ofMillis(1), Duration.ofMillis(1));

    private final AnnotationValues retry;
    private final RetrySetting value;
    private final RetrySetting backoff;
    private final RetrySetting maxBackoff;
    private final List<String> problems = new ArrayList<>();

    RetryCheck(AnnotationValues retry, Expressions expressions) {
        this.retry = retry;
        this.value = RetrySetting.of(retry, "value", expressions);
        this.backoff = RetrySetting.of(retry, "backoff", expressions);
        this.maxBackoff = RetrySetting.of(retry, "maxBackoff", expressions);
    }

    List<String> problems() {
        int attempts = retry.integer("maxAttempts");
        expect("maxAttempts " + attempts, "leave it out for as many as fit",
                () -> new RetryPolicy(AMPLE, attempts, SHORT, List.of()));
        Optional<TimeBudget> budget = parse(value)
                .flatMap(
                        time -> expect(value.described(), "give a time such as 5s, or remove the annotation to disable retries",
                                () -> new TimeBudget(time)));
        Optional<Duration> base = parse(backoff)
                .filter(time -> expect(backoff.described(), "give the bound of the first wait, such as 200ms",
                        () -> new Backoff(time, time)).isPresent());
        Optional<Duration> cap = parse(maxBackoff);
        base.ifPresent(first -> {
            cap.ifPresent(most -> expect(maxBackoff.described(), "raise maxBackoff or lower backoff",
                    () -> new Backoff(first, most)));
            budget.ifPresent(all -> expect(backoff.described(), "lower backoff or raise the budget",
                    () -> new RetryPolicy(all, 1, new Backoff(first, first), List.of())));
        });
        return List.copyOf(problems);
    }

    private Optional<Duration> parse(RetrySetting setting) {
        return setting.value().flatMap(text -> expect(setting.described(), "", () -> Durations.parse(text)));
    }

    /** What is built, or empty and a problem noted. */
    private <T> Optional<T> expect(String what, String mend, Supplier<T> built) {
        try {
            return Optional.of(built.get());
        } catch (IllegalArgumentException e) {
            problems.add(what + ": " + e.getMessage() + (mend.isEmpty() ? "" : "; " + mend));
            return Optional.empty();
        }
    }
}
