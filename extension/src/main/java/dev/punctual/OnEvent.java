package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a bean's method the handler of the events of a Kinesis stream or an SQS queue.
 *
 * <p>
 * The method takes the payload (a record or class that is read from JSON, or {@code byte[]} for the payload's bytes),
 * optionally an {@link EventContext}, and returns {@code void}; any visibility but private. It is called by several
 * threads at once, as any bean of its scope is. When it returns, the event counts as handled; when it throws, the event
 * is tried again as {@link RetryWithin} says, and becomes a dead letter when it cannot be handled in time.
 *
 * <p>
 * Several handlers may take the same events; each has its own attempts and its own outcome. Effects are at least once:
 * an event may reach a handler again after a crash or a redelivery.
 *
 * <p>
 * Exactly one of {@link #stream} and {@link #queue} must be set. Mistakes are reported at build time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnEvent {

    /** The name of the Kinesis stream that feeds the handler. */
    String stream() default "";

    /** The name of the SQS queue that feeds the handler. */
    String queue() default "";

    /**
     * The event type that the handler takes; left empty, it takes every event of its source.
     *
     * <p>
     * The type is the {@code type} of a CloudEvents envelope, else the value of the field that
     * {@code quarkus.punctual.type-field} names in plain JSON.
     */
    String type() default "";

    /**
     * The handler's id, unique in the application; left empty, {@code SimpleClassName.method}.
     *
     * <p>
     * Events that wait in the retry queue and dead letters name their handler by it. Set it before you rename a class or
     * method, and events under way still find their handler.
     */
    String id() default "";
}
