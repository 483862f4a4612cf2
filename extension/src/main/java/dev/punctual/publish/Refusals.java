package dev.punctual.publish;

import java.time.Instant;
import java.util.random.RandomGenerator;

import dev.punctual.spi.WriteResult;

/** Decides whether a refused record is sent again, and when: with full jitter, so that producers do not come back in step. */
final class Refusals {

    /** What is to be done with a refused record. */
    sealed interface Verdict {
    }

    /** Send it again, not before an instant. */
    record Again(Instant notBefore) implements Verdict {
    }

    /** Give it up. */
    record GiveUp(String why) implements Verdict {
    }

    private final StreamSettings settings;
    private final RandomGenerator random;

    Refusals(StreamSettings settings, RandomGenerator random) {
        this.settings = settings;
        this.random = random;
    }

    Verdict verdict(OutboundRecord record, WriteResult.Refused refused, Instant now) {
        if (!refused.transitory()) {
            return new GiveUp(refused.why());
        }
        if (record.attempts >= settings.maxAttempts()) {
            return new GiveUp("it was refused " + record.attempts + " times, at last: " + refused.why());
        }
        Instant notBefore = now.plus(settings.backoff().draw(record.attempts, random));
        return notBefore.isBefore(record.giveUpAt()) ? new Again(notBefore)
                : new GiveUp("its time was up after " + record.attempts + " attempts, at last: " + refused.why());
    }
}
