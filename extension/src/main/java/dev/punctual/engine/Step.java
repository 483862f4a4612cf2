package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.deadletter.Reason;

/** What is to be done with a delivery next. */
sealed interface Step {

    /** It is handled. */
    record Done() implements Step {
    }

    /** It waits in place. */
    record WaitUntil(Instant readyAt) implements Step {
    }

    /** It goes to the retry queue. */
    record Park(Duration delay) implements Step {
    }

    /** It becomes a dead letter. */
    record Die(Reason reason, String detail) implements Step {
    }

    /** It goes back to its source. */
    record Return(String why) implements Step {
    }

    Step DONE = new Done();
}
