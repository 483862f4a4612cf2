package dev.punctual.devui;

import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * What the page is told: a value, or what is in the way of one.
 *
 * @param value null where there is a problem
 * @param problem in sentences for people, or an empty string
 */
public record Answer<T>(@Nullable T value, String problem) {

    /** The value of a call, or why there is none: a queue that is out of reach must not break the page. */
    static <T> Answer<T> of(Supplier<T> call) {
        try {
            return new Answer<>(call.get(), "");
        } catch (RuntimeException e) {
            return new Answer<>(null, Problems.of(e));
        }
    }
}
