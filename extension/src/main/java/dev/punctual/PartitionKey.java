package dev.punctual;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the property of a payload class whose text is the partition key of published events, and makes the class one that
 * an {@link EventPublisher} takes.
 *
 * <p>
 * Goes on a record component, a field with a getter, or a method without parameters; one in a class, not private. Where
 * the property is null or blank, the correlation id is the key. Mistakes are reported at build time.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ ElementType.METHOD, ElementType.FIELD, ElementType.RECORD_COMPONENT })
public @interface PartitionKey {
}
