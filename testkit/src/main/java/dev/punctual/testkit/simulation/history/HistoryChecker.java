package dev.punctual.testkit.simulation.history;

import java.util.List;

/** Checks a history against every invariant that the simulator knows. */
public final class HistoryChecker {

    private static final List<Invariant> INVARIANTS = List.of(new EveryEventEnds(), new TerminalForGood(), new EffectsOnce(),
            new OneLetterId(), new LetterOfTheDead(), new DurableBeforeAnswer(), new LedgerBeforeAnswer(), new OwnersAlone(),
            new AttemptsInTime(), new ParkedInTime(), new AttemptsWithinPlan(), new ClaimsCounted(), new KeyOrder(),
            new ShardOrder(), new OvertakenLeftOut(), new UnfinishedReported(), new PayloadKept(), new NothingLeaked());

    private HistoryChecker() {
    }

    /** What does not hold; an empty list where everything does. */
    public static List<Violation> check(History history) {
        return INVARIANTS.stream().flatMap(invariant -> invariant.violations(history).stream()).toList();
    }
}
