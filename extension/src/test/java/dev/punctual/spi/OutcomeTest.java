package dev.punctual.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;

class OutcomeTest {

    private static final Outcome RETURNED = new Outcome.ReturnedToSource("the retry queue did not take it");
    private static final List<Outcome> ACKNOWLEDGED = List.of(Outcome.HANDLED, Outcome.IGNORED,
            new Outcome.Parked(Duration.ofSeconds(3)), new Outcome.DeadLettered(Reason.DEADLINE));

    @Test
    void onlyAReturnedEventIsKeptByItsSource() {
        assertThat(RETURNED.acknowledged()).isFalse();
        assertThat(ACKNOWLEDGED).allMatch(Outcome::acknowledged);
    }

    @Test
    void theSourceKeepsAnEventAsSoonAsOneHandlerNeedsIt() {
        assertThat(ACKNOWLEDGED).allSatisfy(other -> {
            assertThat(Outcome.join(RETURNED, other)).isEqualTo(RETURNED);
            assertThat(Outcome.join(other, RETURNED)).isEqualTo(RETURNED);
        });
        assertThat(Outcome.join(RETURNED, RETURNED)).isEqualTo(RETURNED);
    }

    @Test
    void theSourceForgetsAnEventThatNoHandlerNeeds() {
        assertThat(ACKNOWLEDGED).allSatisfy(one -> assertThat(ACKNOWLEDGED)
                .allSatisfy(other -> assertThat(Outcome.join(one, other).acknowledged()).isTrue()));
    }
}
