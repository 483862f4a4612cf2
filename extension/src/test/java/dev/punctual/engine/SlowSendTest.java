package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadline.TimeBudget;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;

/** An event that waits to be parked while another one's letter is sent slowly; the simulator found it, by its seed 23. */
class SlowSendTest {

    private final EngineFixture engine = new EngineFixture();

    @Test
    void parksForWhatIsLeftWhenAnotherSendTookLong() {
        failsOnceWhileALetterIsSentFor(Duration.ofSeconds(4));

        List<Outcome> outcomes = engine.process("!", "placed:a");

        assertThat(outcomes.get(1)).isEqualTo(new Outcome.Parked(Duration.ZERO));
        assertThat(engine.parked).singleElement().extracting(ParkedEvent::delay).isEqualTo(Duration.ZERO);
    }

    @Test
    void triesInPlaceWhenAnotherSendTookTooLongToPark() {
        failsOnceWhileALetterIsSentFor(Duration.ofMillis(4_700));

        List<Outcome> outcomes = engine.process("!", "placed:a");

        assertThat(outcomes.get(1)).isEqualTo(Outcome.HANDLED);
        assertThat(engine.parked).isEmpty();
        assertThat(engine.calls).containsExactly("notify#1 a", "notify#2 a");
    }

    private void failsOnceWhileALetterIsSentFor(Duration time) {
        List<Runnable> first = new ArrayList<>();
        engine.executor = task -> {
            if (engine.letters.isEmpty()) {
                first.add(task);
            } else {
                task.run();
            }
        };
        engine.deadLetterQueue = letters -> {
            first.forEach(Runnable::run);
            engine.virtual.advance(time);
            return EngineFixture.sent(engine.letters, letters);
        };
        Duration backoff = Duration.ofSeconds(4);
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofSeconds(5)), 9, new Backoff(backoff, backoff),
                List.of());
        engine.handler("notify", policy, (payload, context) -> {
            if (context.attempt() == 1) {
                throw new IllegalStateException("not yet");
            }
        });
    }
}
