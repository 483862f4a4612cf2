package dev.punctual.devui;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Looks at one queue one after the other: who looks holds its letters, so whoever looks meanwhile, in another tab, would miss
 * them. Safe for use by several threads.
 */
final class Turns {

    private final ConcurrentMap<String, ReentrantLock> bySource = new ConcurrentHashMap<>();

    /** Waits for its turn, then calls. */
    <T> T take(String source, Supplier<T> call) {
        ReentrantLock turn = bySource.computeIfAbsent(source, name -> new ReentrantLock(true));
        turn.lock();
        try {
            return call.get();
        } finally {
            turn.unlock();
        }
    }
}
