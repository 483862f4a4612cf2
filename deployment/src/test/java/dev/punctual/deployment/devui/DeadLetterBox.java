package dev.punctual.deployment.devui;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
import dev.punctual.local.LocalEndpoints;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.wire.envelope.DeadLetterFormat;

/** The queues of the source {@code orders} on this machine, and letters to fill them. */
final class DeadLetterBox {

    static final String DEAD_LETTERS = "orders-dead-letter";
    static final String RETRIES = "orders-retry";
    static final String HANDLER = "Orders#onOrder";

    private static final EventSource ORDERS = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders");

    private final LocalEndpoints endpoints;
    private final DeadLetterFormat format = new DeadLetterFormat(new JsonFactory());

    DeadLetterBox(LocalEndpoints endpoints) {
        this.endpoints = endpoints;
        endpoints.queues().createQueue(DEAD_LETTERS, Map.of());
        endpoints.queues().createQueue(RETRIES, Map.of());
    }

    void empty() {
        // SQS purges a queue once a minute only.
        List.of(DEAD_LETTERS, RETRIES).forEach(queue -> {
            endpoints.queues().deleteQueue(queue);
            endpoints.queues().createQueue(queue, Map.of());
        });
    }

    /** Two causes: restaurants that are closed, and an order that nobody can read. */
    void fill() {
        for (int order = 1; order <= 3; order++) {
            closed(order);
        }
        EventRecord unreadable = event(9, new byte[] { 0, 1, 2, (byte) 0xff, 'o', 'r', 'd', 'e', 'r' });
        put(letter(unreadable, Reason.UNDECODABLE, "The payload is not JSON", AttemptHistory.NONE, ""));
    }

    /** The letter of an order whose restaurant was closed at each of three attempts. */
    void closed(int order) {
        byte[] data = """
                {"specversion":"1.0","id":"order-%1$d","source":"/shop","type":"order_placed","correlationid":"basket-%1$d",\
                "datacontenttype":"application/json","data":{"order":%1$d,"restaurant":"Zum Löwen","items":\
                [{"name":"Käsespätzle","price":12.50}]}}""".formatted(order).getBytes(StandardCharsets.UTF_8);
        EventRecord event = event(order, data);
        AttemptHistory attempts = AttemptHistory.NONE;
        for (int number = 1; number <= 3; number++) {
            attempts = attempts.plus(attempt(number, event.arrival().plusMillis(40L * number * number * number)));
        }
        put(letter(event, Reason.ATTEMPTS, "3 attempts failed", attempts, "order_placed"));
    }

    private static Attempt attempt(int number, Instant start) {
        return new Attempt(number, start, start.plusMillis(25), number == 1 ? "orders-stream" : "orders-retry",
                "8f5c1d2e-000" + number, new Failure("com.acme.orders.RestaurantClosedException",
                        "the restaurant Zum Löwen is closed until 17:00", "4be1c09a77d2"));
    }

    private static EventRecord event(int order, byte[] data) {
        return new EventRecord(ORDERS, "shardId-000000000001",
                "4959033827149025660855969253836157109592157598913658889" + order,
                "customer-" + order, Instant.now().minusSeconds(60L * order), data);
    }

    private static DeadLetter letter(EventRecord event, Reason reason, String detail, AttemptHistory attempts, String type) {
        String number = event.partitionKey().substring("customer-".length());
        return new DeadLetter(DeadLetter.id(event, HANDLER), reason, detail, HANDLER, "order-" + number, type,
                "basket-" + number, "application/json", event, new Deadline(event.arrival(), event.arrival().plusSeconds(5)),
                event.arrival().plusSeconds(3), attempts, "orders-retry", "8f5c1d2e-0003", "shop:1.0", Redrive.NONE);
    }

    private void put(DeadLetter letter) {
        endpoints.queues().sendMessage(DEAD_LETTERS, SendRequest.of(format.write(letter)));
    }

    /** The messages in the retry queue. */
    List<String> retries() {
        return endpoints.queues().receiveMessage(RETRIES, new ReceiveRequest(10, Optional.empty(), Optional.empty())).stream()
                .map(message -> message.body()).toList();
    }

    int size() {
        return size(DEAD_LETTERS);
    }

    private int size(String queue) {
        Map<String, String> attributes = endpoints.queues().getAttributes(queue);
        return Integer.parseInt(attributes.get("ApproximateNumberOfMessages"))
                + Integer.parseInt(attributes.get("ApproximateNumberOfMessagesNotVisible"));
    }
}
