package dev.punctual.operator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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

    /**
     * What each of some things came to: those that were refused are tried again together, as is a call that failed.
     *
     * @param call gives a result for each of its arguments, in their order
     */
    <T> List<SendResult> all(List<T> things, Function<List<T>, List<SendResult>> call) throws InterruptedException {
        SendResult[] results = new SendResult[things.size()];
        List<Integer> left = IntStream.range(0, results.length).boxed().toList();
        for (int tries = 1; !left.isEmpty() && tries <= TRIES; tries++) {
            if (tries > 1) {
                pause(tries - 1);
            }
            List<SendResult> said = said(left.stream().<T> map(things::get).toList(), call);
            for (int i = 0; i < left.size(); i++) {
                results[left.get(i)] = said.get(i);
            }
            left = left.stream().filter(index -> SendResult.refusal(results[index]).isPresent()).toList();
        }
        return Arrays.asList(results);
    }

    private static <T> List<SendResult> said(List<T> things, Function<List<T>, List<SendResult>> call) {
        try {
            return call.apply(things);
        } catch (LetterStoreException e) {
            return Collections.nCopies(things.size(), new SendResult.NotSent(String.valueOf(e.getMessage())));
        }
    }

    private void pause(int tries) throws InterruptedException {
        sleeper.sleep(FIRST.multipliedBy(1L << tries - 1));
    }
}
