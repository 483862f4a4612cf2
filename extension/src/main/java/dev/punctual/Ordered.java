package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in which order a handler takes the events of a stream. Without it, an event may be overtaken while it waits for its
 * next attempt. Queues have no order, so handlers of queues cannot be ordered.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Ordered {

    /** The order. */
    Ordering value();

    /**
     * With {@link Ordering#UNORDERED}: whether an event is left out when a later one of its partition key was handled
     * before it. Needs {@link Idempotent}. It is looked at when the event is
     * claimed, not during its attempts.
     */
    boolean supersede() default false;

    /** With {@link Ordering#PER_KEY}, where it must be chosen: what becomes of a key once one of its events is dead. */
    AfterDeadLetter afterDeadLetter() default AfterDeadLetter.UNDECIDED;
}
