package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.EventDecoder;
import dev.punctual.spi.UndecodableException;

class LetterCallsTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final EventSource ORDERS = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders");
    /** Reads "order:…" as text. */
    private static final EventDecoder<String> ORDER = payload -> {
        String text = new String(payload, StandardCharsets.UTF_8);
        if (!text.startsWith("order:")) {
            throw new UndecodableException("it is no order");
        }
        return text;
    };

    private final List<String> told = new ArrayList<>();

    /** Two handlers of orders, one of which takes refunds of the same source. */
    private LetterCalls calls() {
        EventRouter router = new EventRouter(List.of(route("Orders.placed", "placed"), route("Orders.changed", "changed"),
                route("Orders.refunded", "refunded")));
        return new LetterCalls(router, LetterCallsTest::read);
    }

    private static EventRoute route(String handler, String type) {
        return new EventRoute(handler, EventSource.Kind.STREAM, "orders", type, ORDER,
                new RetryPolicy(new TimeBudget(Duration.ofSeconds(5)), 1,
                        new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)), List.of()),
                (payload, context) -> {
                });
    }

    /** A record is its type, a slash and its payload. */
    private static Envelope read(EventRecord event) throws UndecodableException {
        String text = new String(event.data(), StandardCharsets.UTF_8);
        if (!text.contains("/")) {
            throw new UndecodableException("it has no type");
        }
        return new Envelope("", text.substring(0, text.indexOf('/')), Correlation.NONE, "",
                text.substring(text.indexOf('/') + 1).getBytes(StandardCharsets.UTF_8));
    }

    private static DeadLetter letter(String handler, String data) {
        EventRecord event = new EventRecord(ORDERS, "shard-1", "1", "key", NOW, data.getBytes(StandardCharsets.UTF_8));
        return new DeadLetter("letter-1", Reason.ATTEMPTS, "", handler, "", "", "", "", event, new Deadline(NOW, NOW), NOW,
                AttemptHistory.NONE, "", "", "", Redrive.NONE);
    }

    private LetterRoute method(String handler, Optional<LetterRoute.Payload> payload) {
        return new LetterRoute("Care#giveUp", handler, payload,
                (event, letter) -> told.add(event.map(Object::toString).orElse("nothing") + " of " + letter.id()));
    }

    private LetterRoute ofOrders(boolean optional) {
        return method("", Optional.of(new LetterRoute.Payload(ORDER, Optional.of(Set.of("Orders.placed", "Orders.changed")),
                optional)));
    }

    private LetterRoute ofBytes() {
        EventDecoder<String> bytes = payload -> "bytes " + new String(payload, StandardCharsets.UTF_8);
        return method("", Optional.of(new LetterRoute.Payload(bytes, Optional.empty(), false)));
    }

    private LetterRoute ofEvery() {
        return method("", Optional.empty());
    }

    @Test
    void takesEveryLetterWithoutItsEvent() {
        for (DeadLetter letter : List.of(letter("Orders.placed", "placed/order:1"), letter("", "gone/x"), letter("", ""),
                letter("Gone.away", "x"))) {
            assertThat(calls().takes(ofEvery(), letter)).isTrue();
            assertThat(calls().takes(ofBytes(), letter)).isTrue();
        }
    }

    @Test
    void takesTheLettersOfTheHandlerThatItNamesAlone() {
        LetterRoute method = method("Orders.placed", ofOrders(false).payload());

        assertThat(calls().takes(method, letter("Orders.placed", "placed/order:1"))).isTrue();
        assertThat(calls().takes(method, letter("Orders.changed", "changed/order:1"))).isFalse();
        assertThat(calls().takes(method, letter("", "placed/order:1"))).isFalse();
    }

    @Test
    void takesTheLettersOfHandlersOfItsTypeOfEvent() {
        assertThat(calls().takes(ofOrders(false), letter("Orders.placed", "placed/order:1"))).isTrue();
        assertThat(calls().takes(ofOrders(false), letter("Orders.changed", "anything"))).isTrue();
        assertThat(calls().takes(ofOrders(false), letter("Orders.refunded", "refunded/x"))).isFalse();
    }

    @Test
    void takesALetterWithoutAHandlerOfThisApplicationByTheTypeOfItsEvent() {
        assertThat(calls().takes(ofOrders(false), letter("", "placed/order:1"))).isTrue();
        assertThat(calls().takes(ofOrders(false), letter("Renamed.since", "changed/order:1"))).isTrue();
        assertThat(calls().takes(ofOrders(false), letter("", "refunded/x"))).isFalse();
        assertThat(calls().takes(ofOrders(false), letter("", "unknown/x"))).isFalse();
        assertThat(calls().takes(ofOrders(false), letter("", "no type at all"))).isFalse();
        assertThat(calls().takes(ofOrders(false), letter("", ""))).isFalse();
    }

    @Test
    void callsAMethodWithTheEventAsItsHandlerWouldReadIt() throws Throwable {
        calls().tell(ofOrders(false), letter("Orders.placed", "placed/order:1"));
        calls().tell(ofBytes(), letter("Orders.placed", "placed/order:1"));
        calls().tell(ofEvery(), letter("Orders.placed", "placed/order:1"));

        assertThat(told).containsExactly("order:1 of letter-1", "bytes order:1 of letter-1", "nothing of letter-1");
    }

    @Test
    void givesTheBytesOfAnEventInNoKnownFormAsTheyAre() throws Throwable {
        calls().tell(ofBytes(), letter("", "no type at all"));

        assertThat(told).containsExactly("bytes no type at all of letter-1");
    }

    @Test
    void leavesAMethodOutWhoseEventCannotBeRead() throws Throwable {
        calls().tell(ofOrders(false), letter("Orders.placed", "placed/garbage"));
        calls().tell(ofOrders(false), letter("Orders.placed", ""));
        calls().tell(ofBytes(), letter("Orders.placed", ""));

        assertThat(told).isEmpty();
    }

    @Test
    void callsAMethodWithoutAnEventWhereItIsOptional() throws Throwable {
        calls().tell(ofOrders(true), letter("Orders.placed", "placed/garbage"));
        calls().tell(ofOrders(true), letter("Orders.placed", ""));
        calls().tell(ofOrders(true), letter("Orders.placed", "placed/order:1"));

        assertThat(told).containsExactly("nothing of letter-1", "nothing of letter-1", "order:1 of letter-1");
    }

    @Test
    void takesACodecThatBreaksItsPromiseForAnEventThatCannotBeRead() throws Throwable {
        EventDecoder<String> broken = payload -> {
            throw new StackOverflowError("deep");
        };

        calls().tell(method("", Optional.of(new LetterRoute.Payload(broken, Optional.empty(), true))),
                letter("Orders.placed", "placed/order:1"));

        assertThat(told).containsExactly("nothing of letter-1");
    }

    @Test
    void passesOnWhatTheMethodThrows() {
        LetterRoute failing = new LetterRoute("Care#giveUp", "", ofOrders(false).payload(), (event, letter) -> {
            throw new IllegalStateException("down");
        });

        assertThatThrownBy(() -> calls().tell(failing, letter("Orders.placed", "placed/order:1"))).hasMessage("down");
    }
}
