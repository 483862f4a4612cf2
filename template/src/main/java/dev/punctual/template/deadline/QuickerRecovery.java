package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.stack.QueuePurpose;

/** Works out the settings with which a crash costs less. */
final class QuickerRecovery {

    /** What AWS advises, and what queues do whose visibility is unset: so many timeouts of its function is a message hidden. */
    private static final int TIMEOUTS_HIDDEN = 6;

    private QuickerRecovery() {
    }

    /** Settings with which no crash adds more than so long; none where a function would have no time for an attempt. */
    static List<String> of(Situation situation, Crash crash, Duration atMost) {
        List<String> changes = new ArrayList<>();
        Duration ofFirst = crash.inFirst().minus(atMost);
        Duration ofRetry = crash.inRetry().orElse(atMost).minus(atMost);
        boolean possible = (!isPositive(ofFirst) || change(situation, FunctionRole.STREAM, first(situation, ofFirst), changes))
                && (!isPositive(ofRetry) || change(situation, FunctionRole.RETRY,
                        hidden(situation, QueuePurpose.RETRY, ofRetry), changes));
        if (!possible) {
            return List.of();
        }
        if (situation.settings().queues(situation.source()).visibilityTimeout().isPresent()) {
            changes.add(Names.ofQueue(situation.source(), "visibility-timeout") + " unset, which makes it six timeouts");
        }
        return changes;
    }

    private static boolean isPositive(Duration duration) {
        return !duration.isZero() && !duration.isNegative();
    }

    private static Duration first(Situation situation, Duration tooMuch) {
        return situation.source().isStream() ? situation.function(FunctionRole.STREAM).timeout().minus(tooMuch)
                : hidden(situation, QueuePurpose.SOURCE, tooMuch);
    }

    private static Duration hidden(Situation situation, QueuePurpose purpose, Duration tooMuch) {
        return situation.queue(purpose).visibilityTimeout().minus(tooMuch).dividedBy(TIMEOUTS_HIDDEN);
    }

    /** Adds a shorter timeout, unless no attempt would fit into it. */
    private static boolean change(Situation situation, FunctionRole role, Duration timeout, List<String> changes) {
        Duration whole = Spans.floorToSeconds(timeout);
        changes.add(Names.ofFunction(role, "timeout") + '=' + Spans.setting(whole));
        return whole.compareTo(situation.costs().attemptAndGuard()) > 0;
    }
}
