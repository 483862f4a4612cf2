package dev.punctual.runtime;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;

class ListenersTest {

    private final List<String> told = new ArrayList<>();

    private DispatchListener recording(String name) {
        return new DispatchListener() {
            @Override
            public void ledgerFailed(String handler, EventRecord event, String why) {
                told.add(name + ":" + handler + ":" + why);
            }

            @Override
            public void finished(Finished finished) {
                told.add(name + ":" + finished.handler() + ":" + finished.attempts().count());
            }
        };
    }

    private static DispatchListener throwing(RuntimeException failure) {
        return new DispatchListener() {
            @Override
            public void finished(Finished finished) {
                throw failure;
            }
        };
    }

    private static void finish(DispatchListener... listeners) {
        Listeners.of(List.of(listeners)).finished(new Finished("h", event(utf8("x")), Envelope.bare(utf8("x")),
                new Deadline(Instant.EPOCH, Instant.EPOCH), Outcome.HANDLED, AttemptHistory.NONE, Instant.EPOCH));
    }

    @Test
    void tellsEveryListenerInOrder() {
        finish(recording("a"), recording("b"));

        assertThat(told).containsExactly("a:h:0", "b:h:0");
    }

    @Test
    void tellsEveryListenerOfFailuresOfTheLedger() {
        Listeners.of(List.of(recording("a"), recording("b"))).ledgerFailed("h", event(utf8("x")), "throttled");

        assertThat(told).containsExactly("a:h:throttled", "b:h:throttled");
    }

    @Test
    void tellsTheOthersWhateverOneThrows() {
        finish(throwing(new IllegalStateException("first")), recording("a"), throwing(new IllegalArgumentException("second")),
                recording("b"));

        assertThat(told).containsExactly("a:h:0", "b:h:0");
    }

    @Test
    void tellsNobodyWhereThereIsNobody() {
        finish();

        assertThat(told).isEmpty();
    }
}
