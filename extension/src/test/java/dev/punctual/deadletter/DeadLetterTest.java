package dev.punctual.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

class DeadLetterTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    private static EventRecord event(String sequenceNumber, Instant arrival) {
        return new EventRecord(
                new EventSource(EventSource.Kind.STREAM, "orders", "arn:aws:kinesis:us-east-1:000000000000:stream/orders"),
                "shardId-000000000007", sequenceNumber, "key", arrival, "secret".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void hasTheSameIdWheneverTheSameEventDiesForTheSameHandler() {
        String id = DeadLetter.id(event("42", NOW), "Orders#onOrder");

        assertThat(id).isEqualTo("orders/shardId-000000000007:42#Orders#onOrder");
        assertThat(DeadLetter.id(event("42", NOW.plusSeconds(9)), "Orders#onOrder")).isEqualTo(id);
    }

    @Test
    void hasAnotherIdForAnotherHandlerOrEvent() {
        String id = DeadLetter.id(event("42", NOW), "a");

        assertThat(DeadLetter.id(event("42", NOW), "b")).isNotEqualTo(id);
        assertThat(DeadLetter.id(event("43", NOW), "a")).isNotEqualTo(id);
    }

    @Test
    void hasAnIdWhereNoHandlerWasFound() {
        assertThat(DeadLetter.id(event("42", NOW), "")).isEqualTo("orders/shardId-000000000007:42#-");
    }

    @Test
    void neverShowsTheBytes() {
        DeadLetter letter = new DeadLetter("id", Reason.DEADLINE, "too late", "h", "e", "t", "c", "application/json",
                event("42", NOW), new Deadline(NOW, NOW), NOW, AttemptHistory.NONE, "f", "r", "shop:1.0", Redrive.NONE);

        assertThat(letter.toString()).contains("orders/shardId-000000000007:42").doesNotContain("secret");
    }
}
