package dev.punctual.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import dev.punctual.spi.Outcome;

/**
 * The parcels of a batch on their way to the queues: one thread at a time sends them, load by load, so that a queue that
 * hangs or fails late costs one load and not all; safe for use by several threads.
 */
final class Outbox {

    /** The most messages that SQS takes at once. */
    private static final int LOAD = 10;

    private final Dispatcher dispatcher;
    private final Function<Parcel, Optional<Parcel>> lastLook;
    private final BiConsumer<Share, Outcome> told;

    // Guarded by this.
    private final Deque<Parcel> parcels = new ArrayDeque<>();
    private boolean sending;
    private boolean closed;

    /**
     * @param lastLook the parcel as it can be sent now, or nothing if it is too late for it
     * @param told what has become of a parcel's share
     */
    Outbox(Dispatcher dispatcher, Function<Parcel, Optional<Parcel>> lastLook, BiConsumer<Share, Outcome> told) {
        this.dispatcher = dispatcher;
        this.lastLook = lastLook;
        this.told = told;
    }

    synchronized void add(Parcel parcel) {
        parcels.add(parcel);
    }

    /** Whether there is something to be sent that nobody sends; the caller, told so, must see to {@link #send}. */
    synchronized boolean claim() {
        boolean claimed = !sending && !parcels.isEmpty();
        sending |= claimed;
        return claimed;
    }

    /** Sends what there is. */
    void send() {
        for (List<Parcel> load = load(); !load.isEmpty(); load = load()) {
            List<Parcel> inTime = load.stream().map(lastLook).flatMap(Optional::stream).toList();
            dispatcher.send(inTime, told);
        }
    }

    private synchronized List<Parcel> load() {
        List<Parcel> load = new ArrayList<>();
        while (!closed && !parcels.isEmpty() && load.size() < LOAD) {
            load.add(parcels.remove());
        }
        sending = !load.isEmpty();
        return load;
    }

    synchronized boolean isSending() {
        return sending;
    }

    /** Sends nothing more. */
    synchronized void close() {
        closed = true;
    }
}
