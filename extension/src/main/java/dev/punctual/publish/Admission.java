package dev.punctual.publish;

import java.util.concurrent.CompletableFuture;

/** What a lane says to one more event. */
sealed interface Admission {

    /**
     * It has a place.
     *
     * @param needsThread whether another thread should serve the lane; it is counted already
     */
    record Admitted(boolean needsThread) implements Admission {
    }

    /**
     * The buffer is full.
     *
     * @param room completed when there may be room
     */
    record Full(CompletableFuture<Void> room) implements Admission {
    }
}
