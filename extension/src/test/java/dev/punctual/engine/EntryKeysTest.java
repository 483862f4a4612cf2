package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Reason;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventSource;
import dev.punctual.spi.UndecodableException;

class EntryKeysTest {

    private static final String BY_RECORD = "orders/shardId-000000000000:7#notify";

    private static EntryKeys.Found find(Idempotency idempotency, String id, String payload) {
        EventRoute route = new EventRoute("notify", EventSource.Kind.STREAM, "orders", "", bytes -> {
            if (bytes.length == 0) {
                throw new UndecodableException("empty");
            }
            return new String(bytes, StandardCharsets.UTF_8);
        }, within("5S"), idempotency, OrderRule.ANY, (value, context) -> {
        });
        Envelope envelope = new Envelope(id, "placed", Correlation.NONE, "", payload.getBytes(StandardCharsets.UTF_8));
        return EntryKeys.of(event(7, payload, VirtualClock.START), envelope, route);
    }

    private static EntryKeys.Found byKey(Function<Object, String> key, String payload) {
        return find(new Idempotency.ByBusinessKey(key), "id-1", payload);
    }

    @Test
    void aHandlerWithoutLedgerHasNone() {
        assertThat(find(Idempotency.NONE, "id-1", "a")).isEqualTo(new EntryKeys.Found("", null));
    }

    @Test
    void eachRecordIsAnEventOfItsOwn() {
        assertThat(find(new Idempotency.ByRecord(), "id-1", "a").key()).isEqualTo(BY_RECORD);
    }

    @Test
    void eventsWithOneIdAreOne() {
        assertThat(find(new Idempotency.ByEventId(), "id-1", "a").key()).isEqualTo("orders/=id-1#notify");
        assertThat(find(new Idempotency.ByEventId(), "", "a").key()).as("one without id").isEqualTo(BY_RECORD);
    }

    @Test
    void eventsWithOneBusinessKeyAreOne() {
        assertThat(byKey(payload -> "order-" + payload, "12")).isEqualTo(new EntryKeys.Found("orders/=order-12#notify", null));
    }

    @Test
    void longKeysAreDigested() {
        String longest = "k".repeat(256);

        assertThat(byKey(payload -> longest, "a").key()).isEqualTo("orders/=" + longest + "#notify");
        assertThat(byKey(payload -> longest + "k", "a").key()).hasSize("orders/=sha256-#notify".length() + 64)
                .isNotEqualTo(byKey(payload -> longest + "l", "a").key());
    }

    @Test
    void anEventWhosePayloadCannotBeReadIsKeptByItsRecordAndSaysSoInItsAttempt() {
        assertThat(byKey(payload -> "x", "")).isEqualTo(new EntryKeys.Found(BY_RECORD, null));
    }

    @Test
    void anEventWithoutBusinessKeyDies() {
        assertThat(byKey(payload -> " ", "a"))
                .isEqualTo(new EntryKeys.Found(BY_RECORD, new Step.Die(Reason.UNDECODABLE, "its business key is empty")));
        assertThat(byKey(payload -> {
            throw new IllegalStateException("secret");
        }, "a").fault()).isEqualTo(new Step.Die(Reason.UNDECODABLE,
                "its business key could not be read: java.lang.IllegalStateException"));
    }
}
