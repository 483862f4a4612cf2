package dev.punctual.cli;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.wire.envelope.DeadLetterFormat;

/** Letters of orders that restaurants did not take. */
final class Letters {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final String CLOSED = "0123456789ab";

    private static final EventSource ORDERS = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders");

    private static final Pattern POSITION = Pattern.compile("\"4959000000000000000(\\d+)\"");

    private Letters() {
    }

    static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static DeadLetter order(int number) {
        return order(number, utf8("{\"type\":\"order_placed\",\"order\":" + number + ",\"total\":12.50}"));
    }

    static DeadLetter order(int number, byte[] data) {
        Instant arrival = NOW.minus(Duration.ofHours(2)).plusSeconds(number);
        EventRecord event = new EventRecord(ORDERS, "shardId-000000000001", "4959000000000000000" + number, "customer-7",
                arrival, data);
        Attempt attempt = new Attempt(1, arrival.plusMillis(12), arrival.plusMillis(47), "orders-stream", "request-1",
                new Failure("shop.RestaurantClosedException", "Luigi's is closed", CLOSED));
        return new DeadLetter(DeadLetter.id(event, "Orders#notify"), Reason.DEADLINE, "no time for another attempt",
                "Orders#notify", "order-" + number, "order_placed", "correlation-" + number, "application/json", event,
                new Deadline(arrival, arrival.plusSeconds(5)), arrival.plusMillis(4_200), AttemptHistory.NONE.plus(attempt),
                "orders-retry", "request-9", "shop:1.0", Redrive.NONE);
    }

    /** The number of the order whose redriven event a message is. */
    static int number(String message) {
        Matcher found = POSITION.matcher(message);
        if (!found.find()) {
            throw new AssertionError("no redriven order: " + message);
        }
        return Integer.parseInt(found.group(1));
    }

    /** Of an event that the handler could not read. */
    static DeadLetter unreadable(int number) {
        DeadLetter order = order(number, utf8("{\"type\":\"order_placed\",\"order\":null}"));
        Attempt attempt = new Attempt(1, order.event().arrival().plusMillis(9), order.event().arrival().plusMillis(11),
                "orders-stream", "request-2",
                new Failure("shop.NoSuchOrderException", "an order has a number", "ba9876543210"));
        return new DeadLetter(order.id(), Reason.PERMANENT, "the handler gives up on it at once", order.handler(),
                order.eventId(), order.type(), order.correlationId(), order.contentType(), order.event(), order.deadline(),
                order.event().arrival().plusMillis(12), AttemptHistory.NONE.plus(attempt), "orders-retry", "request-9",
                "shop:1.0", Redrive.NONE);
    }

    static String message(DeadLetter letter) {
        return new DeadLetterFormat(new JsonFactory()).write(letter);
    }
}
