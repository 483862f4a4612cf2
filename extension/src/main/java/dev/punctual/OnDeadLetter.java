package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Makes a bean's method run for each dead letter, in the dead-letter function.
 *
 * <p>
 * The method takes the {@link dev.punctual.deadletter.DeadLetter}, the event, or both, in any order, and returns {@code void};
 * any visibility but private. The event is of the type that a handler takes, and the method runs for the letters of the
 * handlers that take it; {@code byte[]} is of every type. Where the event cannot be read, the method does not run, unless it
 * takes an {@code Optional} of it, which then is empty.
 *
 * <p>
 * It may run more than once for the same letter, whose {@code id} stays the same. What it throws is logged and never keeps
 * the letter from its queue.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnDeadLetter {

    /** The id of the handler whose dead letters the method takes; left empty, it takes those of every handler. */
    String handler() default "";
}
