package dev.punctual.spi;

import java.time.Instant;

/** Keeps who did what to dead letters; safe for use by several threads. */
@FunctionalInterface
public interface AuditLog {

    /**
     * One deed.
     *
     * @param at when
     * @param by who
     * @param action {@code redrive}, {@code discard}, {@code edit} or {@code import}
     * @param queue the dead-letter queue
     * @param letter the letter's id
     * @param detail more of it, without payload data
     */
    record Entry(Instant at, String by, String action, String queue, String letter, String detail) {
    }

    /**
     * Keeps a deed that is done.
     *
     * @throws RuntimeException if it cannot be kept; the operation then stops
     */
    void keep(Entry entry);
}
