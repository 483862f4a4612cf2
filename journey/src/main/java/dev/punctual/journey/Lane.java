package dev.punctual.journey;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.punctual.journey.step.Step;

/**
 * One event on its way through one handler.
 *
 * @param event which event
 * @param handler the id of the handler, or an empty string where none takes the event
 * @param source the stream or queue it came from
 * @param arrival when it arrived there; where that is not told, when it was first seen
 * @param deadline when its time was up, if that is told
 * @param depth how many events led to it, as far as they are known
 * @param steps in the order of their beginnings, never empty
 */
public record Lane(Step.Event event, String handler, String source, Instant arrival, Optional<Instant> deadline, int depth,
        List<Step> steps) {

    /** When the last of its steps was certain; not before its arrival, whatever the clocks of those who tell of it say. */
    public Instant end() {
        return Stream.concat(Stream.of(arrival), steps.stream().map(Step::at)).max(Comparator.naturalOrder()).orElse(arrival);
    }

    /** What became of it, as far as is told. */
    public Fate fate() {
        if (any(what -> what instanceof Step.Died)) {
            return Fate.DEAD;
        }
        if (any(Lane::isSuccess) || steps.stream().allMatch(step -> step.what() instanceof Step.Published)) {
            return Fate.HANDLED;
        }
        return any(what -> what instanceof Step.Ended) ? Fate.PASSED : Fate.OPEN;
    }

    private boolean any(Predicate<Step.What> is) {
        return steps.stream().map(Step::what).anyMatch(is);
    }

    private static boolean isSuccess(Step.What what) {
        return what instanceof Step.Attempt attempt && !attempt.failed()
                || what instanceof Step.Ended ended && ended.word().equals("handled");
    }

    /** What becomes of an event. */
    public enum Fate {
        /** Its handler returned. */
        HANDLED,
        /** It is a dead letter. */
        DEAD,
        /** It was superseded, a duplicate, or of a type that nobody takes. */
        PASSED,
        /** Nothing final is told. */
        OPEN
    }
}
