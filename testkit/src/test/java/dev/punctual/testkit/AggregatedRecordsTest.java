package dev.punctual.testkit;

import static dev.punctual.testkit.Kitchen.COOK;
import static dev.punctual.testkit.Kitchen.placed;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

import dev.punctual.aggregation.AggregateWriter;
import dev.punctual.deadletter.Reason;

class AggregatedRecordsTest {

    private final Kitchen kitchen = new Kitchen();

    @AutoClose
    private final PunctualTest punctual = PunctualTest.forHandlers(kitchen);

    @Test
    void eachEventOfARecordComesToItsOwnEnd() {
        punctual.fail(COOK, new IllegalArgumentException("no such dish"))
                .whenever(context -> context.partitionKey().equals("table-2"));

        var events = punctual.putAggregated("orders", List.of(KeyedEvent.of("table-1", placed("soup")),
                KeyedEvent.of("table-2", placed("shoe")), KeyedEvent.of("table-3", CloudEvent.of("reserved", "now")),
                KeyedEvent.of("table-4", new byte[0]), KeyedEvent.of("table-1", placed("cake"))));
        punctual.runUntilIdle();

        punctual.event(events.get(0)).isHandled().afterAttempts(1);
        punctual.event(events.get(1)).isDeadLettered(Reason.PERMANENT);
        punctual.event(events.get(2)).isDeadLettered(Reason.UNKNOWN_TYPE);
        punctual.event(events.get(3)).isDeadLettered(Reason.UNDECODABLE);
        punctual.event(events.get(4)).isHandled();
        assertThat(kitchen.cooked).containsExactly("soup 1", "cake 1");
        assertThat(punctual.handled("table-1")).containsExactly(events.get(0), events.get(4));
        assertThat(punctual.events()).isEqualTo(events);
    }

    @Test
    void parksOneEventOfARecordAndAcknowledgesIt() {
        punctual.withConfig("backoff", "5s");
        punctual.fail(COOK, new IOException("no gas"))
                .whenever(context -> context.partitionKey().equals("table-1")
                        && context.remaining().compareTo(Duration.ofSeconds(6)) > 0);

        var events = punctual.putAggregated("orders",
                List.of(KeyedEvent.of("table-1", placed("soup")), KeyedEvent.of("table-2", placed("fish"))));
        punctual.runUntilIdle();

        punctual.event(events.get(0)).isHandled().within(Duration.ofSeconds(10));
        punctual.event(events.get(1)).isHandled().afterAttempts(1);
        assertThat(punctual.story()).contains("was parked in the retry queue for", "was delivered to function of orders-retry");
    }

    @Test
    void buriesADamagedRecordAsOne() {
        var writer = new AggregateWriter();
        writer.add("table-1", "", "{}".getBytes(StandardCharsets.UTF_8));
        byte[] record = writer.toBytes();
        record[record.length - 1] ^= 1;

        var events = punctual.putAggregated("orders", "table-1", record);
        punctual.runUntilIdle();

        assertThat(events).hasSize(1);
        punctual.event(events.get(0)).isDeadLettered(Reason.UNDECODABLE).afterAttempts(0);
        assertThat(punctual.deadLetters()).singleElement()
                .satisfies(letter -> assertThat(letter.event().data()).isEqualTo(record));
    }

    @Test
    void refusesToTakeManyEventsForOne() {
        var writer = new AggregateWriter();
        writer.add("table-1", "", new byte[1]);

        assertThatIllegalArgumentException().isThrownBy(() -> punctual.put("orders", "table-1", writer.toBytes()))
                .withMessage("the payload begins like an aggregated record; put it with putAggregated");
        assertThatIllegalArgumentException().isThrownBy(() -> punctual.putAggregated("orders", List.of()))
                .withMessage("putAggregated: an aggregated record needs an event");
    }
}
