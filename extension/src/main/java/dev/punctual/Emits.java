package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Publishes what an {@link OnEvent} method returns, before its event counts as handled; where that fails, the attempt has
 * failed.
 *
 * <p>
 * The method returns a payload, an {@link OutgoingEvent}, or an {@code Optional} or {@code Collection} of either; null and
 * nothing publish nothing. Such a handler cannot use {@link EventContext#transact}, which would come before. Mistakes are
 * reported at build time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Emits {

    /** The name of the Kinesis stream. */
    String stream();

    /** The type of the events; may be left empty where the method returns {@link OutgoingEvent}s, which have their own. */
    String type() default "";
}
