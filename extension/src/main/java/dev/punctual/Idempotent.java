package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a handler's outcomes durable and exclusive: an event that was handled is not handled again, nor does it become a
 * dead letter, whatever is delivered twice or crashes in between.
 *
 * <p>
 * Each event has an entry in the outcome ledger. An attempt starts only once its process owns the entry, and an owner that
 * was taken for dead can change nothing. Effects are still at least once: a process may die after an effect and before the
 * outcome is written. {@link EventContext#transact} makes both one transaction.
 *
 * <p>
 * An event whose process died with it three times in a row ({@code quarkus.punctual.ledger.claim-limit}) becomes a dead
 * letter and is not run again. While the ledger is out of reach, events return to their source.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Idempotent {

    /** The event's own id, {@link EventContext#id()}, as key: for producers that may put the same event twice. */
    String EVENT_ID = "#id";

    /**
     * What makes two events the same: the name of a public method without parameters, record component or getter of the
     * payload, of any type whose {@code toString} tells its values apart; or {@link #EVENT_ID}. Left empty, each record
     * of a stream and each message of a queue is an event of its own.
     *
     * <p>
     * Of events with the same key, one is handled; the others count as its duplicates.
     */
    String key() default "";
}
