package dev.punctual.devui;

import java.time.Instant;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;

/** Letters of orders whose restaurants were closed. */
final class Letters {

    static final Instant NOW = Instant.parse("2026-01-01T12:00:00Z");
    static final String HANDLER = "Orders#onOrder";

    private Letters() {
    }

    /** The letter of an order; later ones died later. */
    static StoredLetter order(int number) {
        return order(number, new byte[0], LetterData.INLINE);
    }

    static StoredLetter order(int number, byte[] payload, LetterData data) {
        EventRecord event = new EventRecord(EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders"),
                "shard-1",
                String.valueOf(number), "customer-7", NOW, payload);
        AttemptHistory attempts = AttemptHistory.NONE.plus(new Attempt(1, NOW, NOW.plusMillis(25), "orders-stream", "request-1",
                new Failure("com.acme.ClosedException", "the restaurant is closed", "0123456789ab")));
        DeadLetter letter = new DeadLetter(DeadLetter.id(event, HANDLER), Reason.ATTEMPTS, "1 attempt failed", HANDLER,
                "order-" + number, "order_placed", "basket-" + number, "application/json", event,
                new Deadline(NOW, NOW.plusSeconds(5)), NOW.plusSeconds(number), attempts, "orders-retry", "request-2",
                "shop:1.0", new Redrive(1, "the-letter-before"));
        return new StoredLetter(letter, data, Edit.NONE, "message-" + number, "receipt", NOW, "orders");
    }
}
