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
 * The method takes a {@link dev.punctual.deadletter.DeadLetter} and returns {@code void}; any visibility but private. It
 * may run more than once for the same letter, whose {@code id} stays the same. What it throws is logged and never keeps
 * the letter from its queue.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnDeadLetter {

    /** The id of the handler whose dead letters the method takes; left empty, it takes every one. */
    String handler() default "";
}
