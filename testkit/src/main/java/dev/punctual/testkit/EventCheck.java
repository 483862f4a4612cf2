package dev.punctual.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import dev.punctual.deadletter.Reason;
import dev.punctual.spi.Outcome;

/**
 * Checks on what became of one event, for all handlers that it is for, or for {@linkplain #by one of them}. A check that does
 * not hold throws an {@link AssertionError} that tells the event's whole story.
 */
public final class EventCheck {

    private final PutEvent event;
    private final List<String> handlers;
    private final Journal journal;

    EventCheck(PutEvent event, List<String> handlers, Journal journal) {
        this.event = event;
        this.handlers = handlers;
        this.journal = journal;
    }

    /**
     * The same checks for one of its handlers.
     *
     * @throws IllegalArgumentException if the event is not for the handler
     */
    public EventCheck by(String handler) {
        if (!handlers.contains(handler)) {
            throw new IllegalArgumentException(event + " is not for '" + handler + "', but for " + handlers);
        }
        return new EventCheck(event, List.of(handler), journal);
    }

    /** Its handlers returned, and it is not a dead letter. */
    public EventCheck isHandled() {
        return endedAs("be handled", outcome -> outcome instanceof Outcome.Handled);
    }

    /** It became a dead letter, and was not handled. */
    public EventCheck isDeadLettered() {
        return endedAs("become a dead letter", outcome -> outcome instanceof Outcome.DeadLettered);
    }

    /** It became a dead letter for a reason, and was not handled. */
    public EventCheck isDeadLettered(Reason reason) {
        return endedAs("become a dead letter (" + reason + ')',
                outcome -> outcome instanceof Outcome.DeadLettered dead && dead.reason() == reason);
    }

    /** A later event of its key was handled before it. */
    public EventCheck isSuperseded() {
        return endedAs("be superseded", outcome -> outcome instanceof Outcome.Superseded);
    }

    /** It was recognised as the duplicate of another event. */
    public EventCheck isDuplicate() {
        return each("be a duplicate", handler -> ends(handler).isEmpty() && outcomes(handler).stream()
                .anyMatch(ending -> ending.outcome() instanceof Outcome.Duplicate));
    }

    /** It passed: no handler takes its type, and the configuration lets such events pass. */
    public EventCheck isIgnored() {
        return endedAs("pass", outcome -> outcome instanceof Outcome.Ignored);
    }

    /** It has not come to an end: it waits, is being handled, or was not delivered yet. */
    public EventCheck isUnderWay() {
        return each("be under way", handler -> ends(handler).isEmpty());
    }

    /** Its handlers were called this many times each; zero for not at all. */
    public EventCheck afterAttempts(int attempts) {
        return each("be tried " + times(attempts), handler -> calls(handler) == attempts,
                handler -> "it was tried " + times(calls(handler)));
    }

    /** It came to its end at most this long after it arrived. */
    public EventCheck within(Duration duration) {
        return each("come to an end within " + Texts.seconds(duration),
                handler -> age(handler).filter(age -> age.compareTo(duration) <= 0).isPresent(),
                handler -> age(handler).map(age -> "it took " + Texts.seconds(age)).orElse("it is under way"));
    }

    private EventCheck endedAs(String what, Predicate<Outcome> expected) {
        return each(what, handler -> {
            List<Journal.Ending> ends = ends(handler);
            return !ends.isEmpty() && ends.stream().allMatch(end -> expected.test(end.outcome()));
        });
    }

    private EventCheck each(String expectation, Predicate<String> holds) {
        return each(expectation, holds, this::state);
    }

    private EventCheck each(String expectation, Predicate<String> holds, Function<String, String> actual) {
        for (String handler : handlers) {
            if (!holds.test(handler)) {
                throw new AssertionError("Expected " + event + " to " + expectation
                        + (handler.isEmpty() ? "" : " by " + handler) + ", but " + actual.apply(handler) + ".\n"
                        + journal.story(event));
            }
        }
        return this;
    }

    private String state(String handler) {
        List<Journal.Ending> ends = ends(handler);
        if (!ends.isEmpty()) {
            return "it " + String.join(" and ", ends.stream().map(end -> Texts.of(end.outcome())).distinct().toList());
        }
        List<Journal.Ending> outcomes = outcomes(handler);
        return outcomes.isEmpty() ? calls(handler) == 0 ? "it was not tried yet" : "its attempt has not ended"
                : "the last that is known: it " + Texts.of(outcomes.get(outcomes.size() - 1).outcome());
    }

    private Optional<Duration> age(String handler) {
        return ends(handler).stream().map(end -> Duration.between(event.at(), end.at())).findFirst();
    }

    private int calls(String handler) {
        return (int) journal.calls().stream()
                .filter(call -> call.event().equals(event) && call.handler().equals(handler)).count();
    }

    /** Its ends: one, unless it was delivered twice. */
    private List<Journal.Ending> ends(String handler) {
        return outcomes(handler).stream().filter(ending -> isEnd(ending.outcome())).toList();
    }

    private static boolean isEnd(Outcome outcome) {
        return !(outcome instanceof Outcome.Parked || outcome instanceof Outcome.ReturnedToSource
                || outcome instanceof Outcome.Duplicate);
    }

    private List<Journal.Ending> outcomes(String handler) {
        return journal.endings().stream().filter(ending -> ending.event().equals(event) && ending.handler().equals(handler))
                .toList();
    }

    private static String times(int count) {
        return count == 1 ? "once" : count == 0 ? "not at all" : count + " times";
    }
}
