package dev.punctual.operator;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;

/** A queue whose calls fail at random: before or after they took effect, wholly or in part; safe for use by several threads. */
final class FlakyLetterStore implements LetterStore {

    /** What a process dies of. */
    static final class Crash extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final SendResult REFUSED = new SendResult.NotSent("refused at random");

    private final FakeLetterStore store;
    private final Random random;
    private final double rate;
    private final double crashes;

    FlakyLetterStore(FakeLetterStore store, Random random, double rate, double crashes) {
        this.store = store;
        this.random = random;
        this.rate = rate;
        this.crashes = crashes;
    }

    private synchronized boolean strikes(double chance) {
        return random.nextDouble() < chance;
    }

    private <T> T throttled(Supplier<T> call) {
        if (strikes(rate)) {
            throw new LetterStoreException("throttled at random");
        }
        if (strikes(crashes)) {
            throw new Crash();
        }
        return call.get();
    }

    /** Takes effect for some; of others, it may say so although it did. */
    private <T> SendResult one(T thing, java.util.function.Function<List<T>, List<SendResult>> call) {
        if (strikes(rate)) {
            return REFUSED;
        }
        SendResult result = call.apply(List.of(thing)).get(0);
        return strikes(rate) ? REFUSED : result;
    }

    @Override
    public String name() {
        return store.name();
    }

    @Override
    public long approximateSize() {
        return store.approximateSize();
    }

    @Override
    public List<StoredLetter> receive(Duration hold) {
        if (strikes(rate / 10)) {
            store.endHolds();
        }
        return throttled(() -> store.receive(hold));
    }

    @Override
    public List<SendResult> release(List<StoredLetter> letters) {
        return throttled(() -> store.release(letters));
    }

    @Override
    public List<SendResult> delete(List<StoredLetter> letters) {
        return throttled(() -> letters.stream().map(letter -> one(letter, store::delete)).toList());
    }

    @Override
    public List<SendResult> add(List<StoredLetter> letters, List<byte[]> data) {
        return throttled(() -> store.add(letters, data));
    }

    @Override
    public List<SendResult> redrive(List<RedrivenEvent> events) {
        return throttled(() -> events.stream().map(event -> one(event, store::redrive)).toList());
    }

    @Override
    public byte[] data(StoredLetter letter) {
        return throttled(() -> store.data(letter));
    }
}
