package dev.punctual.testkit;

import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.engine.LetterCalls;
import dev.punctual.testkit.fiber.Fibers;
import dev.punctual.testkit.fiber.OwnerGoneError;

/** The dead-letter function of a test: tells the dead-letter methods of each letter that a queue has taken. */
final class LetterCourier {

    private final List<LetterRoute> methods;
    private final LetterCalls calls;
    private final Fibers fibers;
    private final Journal journal;
    private int underWay;

    LetterCourier(List<LetterRoute> methods, LetterCalls calls, Fibers fibers, Journal journal) {
        this.methods = methods;
        this.calls = calls;
        this.fibers = fibers;
        this.journal = journal;
    }

    /** On a process of its own, at the present instant. */
    void deliver(DeadLetter letter) {
        for (LetterRoute method : methods) {
            if (calls.takes(method, letter)) {
                underWay++;
                fibers.start(new VirtualProcess(), () -> tell(method, letter));
            }
        }
    }

    boolean isThrough() {
        return underWay == 0;
    }

    // Whatever a method throws, Errors too, is told in the event's story: the letter is where it is.
    private void tell(LetterRoute method, DeadLetter letter) {
        try {
            boolean called = calls.tell(method, letter);
            journal.note(letter.event(), method.method() + (called ? " was told of its letter"
                    : " was not called: the event cannot be read"));
        } catch (OwnerGoneError e) {
            throw e;
        } catch (Throwable failure) {
            journal.note(letter.event(), method.method() + " failed on its letter: " + failure);
        } finally {
            underWay--;
        }
    }
}
