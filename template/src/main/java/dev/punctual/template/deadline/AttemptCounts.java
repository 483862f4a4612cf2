package dev.punctual.template.deadline;

import java.time.Duration;

/** How many attempts a journey has. */
final class AttemptCounts {

    private AttemptCounts() {
    }

    /**
     * @param latest when the first attempt starts at the latest
     * @param usual when it usually starts
     * @param coldStart what the first message in the retry queue waits for an environment
     */
    static Attempts of(Journey journey, Duration latest, Duration usual, Duration coldStart) {
        int least = new FewestAttempts(journey, latest, coldStart).count();
        int most = most(journey);
        int typical = new TypicalAttempts(journey, usual, coldStart).count();
        return new Attempts(least, Math.max(least, Math.min(typical, most)), most);
    }

    /** One attempt after the other, from the event's arrival on. */
    private static int most(Journey journey) {
        if (journey.lastStart().isNegative()) {
            return 0;
        }
        if (journey.lastPlanned().isNegative()) {
            return 1;
        }
        int asked = journey.mayReturn() ? Integer.MAX_VALUE : journey.policy().maxAttempts();
        if (journey.costs().attempt().isZero()) {
            return asked;
        }
        long fit = 1 + journey.lastPlanned().dividedBy(journey.costs().attempt());
        return (int) Math.min(fit, asked);
    }
}
