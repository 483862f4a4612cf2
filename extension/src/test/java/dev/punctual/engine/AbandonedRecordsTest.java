package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.within;
import static dev.punctual.engine.VirtualClock.START;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.spi.Outcome;

/** Records that the platform gave up before any function could tell what became of them. */
class AbandonedRecordsTest {

    private static final Outcome DEAD = new Outcome.DeadLettered(Reason.ABANDONED);
    private static final EventInvoker WORKS = (payload, context) -> {
    };

    private final EngineFixture engine = new EngineFixture();

    private static BatchItem abandoned(int number, String text) {
        return new BatchItem.Abandoned("message-1", event(number, text, START), "Lambda gave it up");
    }

    @Test
    void becomeALetterForEachHandlerUnrun() {
        engine.handler("notify", within("60S"), WORKS);
        engine.handler("count", within("5S"), WORKS);

        assertThat(engine.process(List.of(abandoned(0, "placed:a")))).containsExactly(DEAD);

        assertThat(engine.calls).isEmpty();
        assertThat(engine.letters).extracting(DeadLetter::handler).containsExactlyInAnyOrder("notify", "count");
        assertThat(engine.letters).allSatisfy(letter -> {
            assertThat(letter.reason()).isEqualTo(Reason.ABANDONED);
            assertThat(letter.detail()).isEqualTo("Lambda gave it up");
            assertThat(letter.type()).isEqualTo("placed");
            assertThat(letter.event().data()).isEqualTo(event(0, "placed:a", START).data());
        });
        assertThat(engine.letters).filteredOn(letter -> letter.handler().equals("count")).singleElement()
                .satisfies(letter -> assertThat(letter.deadline().at()).isEqualTo(START.plusSeconds(5)));
    }

    @Test
    void becomeALetterThoughNoHandlerTakesThem() {
        assertThat(engine.process(List.of(abandoned(0, "placed:a")))).containsExactly(DEAD);

        assertThat(engine.letters).singleElement().satisfies(letter -> assertThat(letter.handler()).isEmpty());
    }

    @Test
    void areNotDeadWhereTheLedgerKnowsThatTheyWereHandled() {
        engine.kept("notify", policy(Duration.ofSeconds(60), 9), WORKS);
        engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", START))));
        assertThat(engine.calls).hasSize(1);

        assertThat(engine.process(List.of(abandoned(0, "placed:a"), abandoned(1, "placed:b"))))
                .containsExactly(Outcome.DUPLICATE, DEAD);

        assertThat(engine.letters).singleElement()
                .satisfies(letter -> assertThat(letter.event().sequenceNumber()).isEqualTo("1"));
    }
}
