package dev.punctual.operator;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.SendResult;

/**
 * One way through a queue: several threads receive its letters and do something with each batch; what they do not remove is
 * held, so that no letter comes twice, and released at the end, however it ends.
 */
final class Pass {

    /** What is done with letters. */
    interface Step {

        /**
         * Does it; called by several threads at once.
         *
         * @param letters none of which this pass has seen before
         * @param stopped whether nothing more is to be begun
         * @return those that are gone from the queue
         */
        Collection<StoredLetter> take(List<StoredLetter> letters, BooleanSupplier stopped) throws InterruptedException;
    }

    private static final int RELEASED_AT_ONCE = 10;

    /** A little below what SQS allows to be in flight in a standard queue, 120,000, as others may hold some. */
    private static final int MOST_HELD = 119_000;

    private final LetterStore store;
    private final OperatorSettings settings;
    private final Patience patience;
    private final Tally tally;
    private final Step step;
    /** By message; null for one that is gone. Guarded by itself. */
    private final Map<String, @Nullable StoredLetter> messages = new HashMap<>();
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();
    private volatile boolean stopped;

    Pass(LetterStore store, OperatorSettings settings, Patience patience, Tally tally, Step step) {
        this.store = store;
        this.settings = settings;
        this.patience = patience;
        this.tally = tally;
        this.step = step;
    }

    /** Ends the pass early; letters that a thread has in hand are dealt with. */
    void stop() {
        stopped = true;
    }

    /**
     * Goes through the queue and releases what is held.
     *
     * @return whether all letters were seen; not so if it was stopped or the calling thread interrupted, which then still is
     */
    boolean run() {
        return run(() -> {
        });
    }

    /**
     * Goes through the queue, does something with what was found, and releases what is held.
     *
     * @param last done when all letters were seen
     */
    boolean run(Runnable last) {
        boolean interrupted = inThreads(this::receive);
        try {
            if (failure.get() == null && !stopped) {
                last.run();
            }
        } finally {
            List<StoredLetter> held = held();
            interrupted |= inThreads(number -> release(held, number));
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        rethrow();
        return !stopped && !interrupted;
    }

    private interface Work {
        void run(int number) throws InterruptedException;
    }

    /** Runs something in each of the threads; an interruption of the calling thread stops the pass, but not this. */
    private boolean inThreads(Work work) {
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < settings.workers(); i++) {
            int number = i;
            Thread thread = new Thread(() -> guarded(work, number), "punctual-letters-" + number);
            thread.setDaemon(true);
            thread.start();
            threads.add(thread);
        }
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    stop();
                }
            }
        }
        return interrupted;
    }

    // Errors, too, must not keep letters from being released; they are thrown when they are.
    private void guarded(Work work, int number) {
        try {
            work.run(number);
        } catch (Throwable e) {
            Throwable first = failure.compareAndExchange(null, e);
            if (first != null && first != e) {
                first.addSuppressed(e);
            }
            stop();
        }
    }

    private void receive(int number) throws InterruptedException {
        while (!stopped) {
            List<StoredLetter> received = patience.ask(() -> store.receive(settings.hold()));
            if (received.isEmpty()) {
                endOfQueue();
                return;
            }
            List<StoredLetter> fresh = hold(received);
            tally.saw(fresh.size());
            Collection<StoredLetter> gone = fresh.isEmpty() ? List.of() : step.take(fresh, () -> stopped);
            forget(gone);
            tally.tell();
        }
    }

    /** A queue that has as many letters held as it allows says nothing, as one does that has no more. */
    private void endOfQueue() {
        long held;
        synchronized (messages) {
            held = messages.values().stream().filter(Objects::nonNull).count();
        }
        if (held >= MOST_HELD && !stopped) {
            stop();
            tally.note(held + " letters are held, and SQS lets no more than about 120,000 be held at once: there may be more");
        }
    }

    /** Those that were not seen before; of the others, the newer receipt is the one that counts. */
    private List<StoredLetter> hold(List<StoredLetter> received) {
        List<StoredLetter> fresh = new ArrayList<>();
        synchronized (messages) {
            for (StoredLetter letter : received) {
                boolean known = messages.containsKey(letter.messageId());
                if (!known) {
                    fresh.add(letter);
                }
                messages.put(letter.messageId(), letter.receiptAlone());
            }
        }
        return fresh;
    }

    private void forget(Collection<StoredLetter> gone) {
        synchronized (messages) {
            gone.forEach(letter -> messages.put(letter.messageId(), null));
        }
    }

    private List<StoredLetter> held() {
        synchronized (messages) {
            List<StoredLetter> held = new ArrayList<>();
            for (StoredLetter letter : messages.values()) {
                if (letter != null) {
                    held.add(letter);
                }
            }
            messages.clear();
            return held;
        }
    }

    /** This thread's share. What cannot be released is seen by others when its hold ends. */
    private void release(List<StoredLetter> held, int number) throws InterruptedException {
        int stride = RELEASED_AT_ONCE * settings.workers();
        int kept = 0;
        String why = "";
        for (int from = RELEASED_AT_ONCE * number; from < held.size(); from += stride) {
            List<StoredLetter> some = held.subList(from, Math.min(held.size(), from + RELEASED_AT_ONCE));
            for (SendResult result : patience.all(some, store::release)) {
                Optional<String> refusal = SendResult.refusal(result);
                kept += refusal.isPresent() ? 1 : 0;
                why = refusal.orElse(why);
            }
        }
        if (kept > 0) {
            tally.note(kept + " letters could not be released; others see them when their hold ends, in " + settings.hold()
                    + " at most: " + why);
        }
    }

    private void rethrow() {
        Throwable thrown = failure.get();
        if (thrown instanceof Error error) {
            throw error;
        }
        if (thrown instanceof RuntimeException exception) {
            throw exception;
        }
        if (thrown != null) {
            throw new IllegalStateException("a thread of the pass was interrupted", thrown);
        }
    }
}
