package dev.punctual.operator;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.SendResult;

/** Asks a queue that refuses once more, a few times, each time a little later; safe for use by several threads. */
final class Patience {

    private static final int TRIES = 5;
    private static final Duration FIRST = Duration.ofMillis(200);

    private final Sleeper sleeper;

    Patience(Sleeper sleeper) {
        this.sleeper = sleeper;
    }

    /**
     * What the queue says.
     *
     * @throws LetterStoreException if it refuses to the end
     */
    <T> T ask(Supplier<T> call) throws InterruptedException {
        for (int tries = 1;; tries++) {
            try {
                return call.get();
            } catch (LetterStoreException e) {
                if (tries == TRIES) {
                    throw e;
                }
                pause(tries);
            }
        }
    }

    /** What one of many letters came to: done, or why not after some more tries. */
    SendResult retry(SendResult first, Supplier<List<SendResult>> again) throws InterruptedException {
        SendResult result = first;
        for (int tries = 1; tries < TRIES && SendResult.refusal(result).isPresent(); tries++) {
            pause(tries);
            result = again.get().get(0);
        }
        return result;
    }

    private void pause(int tries) throws InterruptedException {
        sleeper.sleep(FIRST.multipliedBy(1L << tries - 1));
    }
}
