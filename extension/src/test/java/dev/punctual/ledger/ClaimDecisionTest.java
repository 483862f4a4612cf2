package dev.punctual.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;

class ClaimDecisionTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Death DEATH = new Death(Reason.DEADLINE, "late", NOW);
    private static final ClaimDecision TAKE = new ClaimDecision.Take();
    private static final ClaimDecision DUPLICATE = new ClaimDecision.Duplicate();

    static Stream<Arguments> situations() {
        Instant later = NOW.plusNanos(1);
        return Stream.of(
                Arguments.of(EventState.FREE, 0, 0, TAKE),
                Arguments.of(EventState.FREE, 2, 0, TAKE),
                Arguments.of(EventState.HANDLED, 0, 0, DUPLICATE),
                Arguments.of(EventState.SUPERSEDED, 0, 0, DUPLICATE),
                Arguments.of(new EventState.Dead(DEATH, true), 0, 0, DUPLICATE),
                Arguments.of(new EventState.Dead(DEATH, false), 0, 0, new ClaimDecision.SendLetter(DEATH)),
                Arguments.of(new EventState.InProgress(later), 0, 0, new ClaimDecision.WaitUntil(later)),
                Arguments.of(new EventState.InProgress(NOW), 0, 0, TAKE),
                Arguments.of(new EventState.InProgress(NOW), 2, 0, TAKE),
                Arguments.of(new EventState.Parked(later, true), 2, 2, TAKE),
                Arguments.of(new EventState.Parked(later, false), 2, 2, TAKE),
                Arguments.of(new EventState.Parked(later, false), 2, 3, TAKE),
                Arguments.of(new EventState.Parked(later, true), 2, 1, DUPLICATE),
                Arguments.of(new EventState.Parked(later, false), 2, 1, new ClaimDecision.SendMessage(later)),
                Arguments.of(new EventState.Parked(later, false), 1, 0, new ClaimDecision.SendMessage(later)));
    }

    @ParameterizedTest(name = "{0}, parked {1} times, message {2}: {3}")
    @MethodSource("situations")
    void decides(EventState state, int parks, int message, ClaimDecision expected) {
        EventEntry entry = new EventEntry("k", "t", new Deadline(NOW, NOW), 1, parks, AttemptHistory.NONE, state);

        assertThat(ClaimDecision.of(entry, 0, message, NOW)).isEqualTo(expected);
    }

    static Stream<Arguments> livesThatAreOver() {
        Instant later = NOW.plusNanos(1);
        return Stream.of(
                Arguments.of(new EventState.Dead(DEATH, true), TAKE),
                Arguments.of(new EventState.Dead(DEATH, false), TAKE),
                Arguments.of(EventState.HANDLED, DUPLICATE),
                Arguments.of(EventState.SUPERSEDED, DUPLICATE),
                Arguments.of(new EventState.Parked(later, true), TAKE),
                Arguments.of(EventState.FREE, TAKE),
                Arguments.of(new EventState.InProgress(NOW), TAKE),
                Arguments.of(new EventState.InProgress(later), new ClaimDecision.WaitUntil(later)));
    }

    @ParameterizedTest(name = "{0}, redriven: {1}")
    @MethodSource("livesThatAreOver")
    void letsADeadEventLiveAgainAndNoOther(EventState state, ClaimDecision expected) {
        EventEntry entry = new EventEntry("k", "t", new Deadline(NOW, NOW), 1, 2, AttemptHistory.NONE, state, 1);

        assertThat(ClaimDecision.of(entry, 2, 0, NOW)).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("livesThatAreOver")
    void takesADeliveryOfAnOlderLifeForADuplicate(EventState state) {
        EventEntry entry = new EventEntry("k", "t", new Deadline(NOW, NOW), 1, 2, AttemptHistory.NONE, state, 1);

        assertThat(ClaimDecision.of(entry, 0, 3, NOW)).isEqualTo(DUPLICATE);
    }
}
