package dev.punctual.wire.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.IntStream;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.Correlation;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.spi.ParkedEvent;

/** Events of the stream {@code orders}, and what becomes of them. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-01-01T12:00:00.123456789Z");
    public static final String STREAM_ARN = "arn:aws:kinesis:us-east-1:000000000000:stream/orders";
    public static final EventSource ORDERS = EventSource.ofArn(STREAM_ARN);

    /** One that says all there is to say. */
    public static final Correlation FLOW = new Correlation("flow-1", "event-0", 2, true,
            new TraceContext("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", "vendor=1"), Map.of("user", "u-1"));

    private Samples() {
    }

    public static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static EventSource queue(String name) {
        return EventSource.ofArn("arn:aws:sqs:us-east-1:000000000000:" + name);
    }

    public static EventRecord event(byte[] data) {
        return event(ORDERS, data);
    }

    public static EventRecord event(EventSource source, byte[] data) {
        return new EventRecord(source, "shardId-000000000001", "49590338271490256608559692538361571095921575989136588898",
                "customer-7", NOW.minusSeconds(1), data);
    }

    public static AttemptHistory attempts(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(Samples::attempt).reduce(AttemptHistory.NONE, AttemptHistory::plus,
                (a, b) -> b);
    }

    private static Attempt attempt(int number) {
        Instant start = NOW.plusMillis(number);
        return new Attempt(number, start, start.plusNanos(5), "orders-stream", "request-" + number,
                new Failure("java.lang.IllegalStateException", "the restaurant is closed", "0123456789ab"));
    }

    public static ParkedEvent parked(EventRecord event, Duration delay) {
        return new ParkedEvent("Orders#onOrder", event, new Deadline(event.arrival(), event.arrival().plusSeconds(5)),
                attempts(2), 1, Redrive.NONE, delay);
    }

    public static DeadLetter letter(EventRecord event) {
        return letter(event, "4 attempts failed");
    }

    public static DeadLetter letter(EventRecord event, String detail) {
        return new DeadLetter(DeadLetter.id(event, "Orders#onOrder"), Reason.ATTEMPTS, detail, "Orders#onOrder", "order-1",
                "order_placed", "correlation-1", "application/json", event, new Deadline(event.arrival(), NOW.plusSeconds(5)),
                NOW.plusSeconds(3),
                attempts(4), "orders-retry", "request-9", "shop:1.0", new Redrive(2, "the-letter-before"));
    }
}
