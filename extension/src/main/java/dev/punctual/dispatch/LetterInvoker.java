package dev.punctual.dispatch;

import java.util.Optional;

import dev.punctual.deadletter.DeadLetter;

/** Calls one dead-letter method on its bean, without reflection; safe for use by several threads. */
@FunctionalInterface
public interface LetterInvoker {

    /**
     * Calls the method.
     *
     * @param event the letter's event as the type that the method takes; empty where it takes none, or it cannot be read
     * @throws Throwable whatever the method throws
     */
    void invoke(Optional<Object> event, DeadLetter letter) throws Throwable;
}
