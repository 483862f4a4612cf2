package dev.punctual.testkit.queue;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A message in a queue. Each receive makes a new value; guarded by the service's lock.
 *
 * @param order tells apart messages that become visible at the same instant
 * @param lastReceived when it was last received; the receipt is good for 12 h from then
 * @param receipt identifies the last receive
 */
record StoredMessage(String id, long order, SendRequest content, Instant sent, Instant visibleAt, int receiveCount,
        Optional<Instant> firstReceived, Optional<Instant> lastReceived, Optional<String> receipt,
        Optional<String> deadLetterSourceArn) {

    static StoredMessage sent(String id, long order, SendRequest content, Instant now, Instant visibleAt) {
        return new StoredMessage(id, order, content, now, visibleAt, 0, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    StoredMessage received(long newOrder, Instant now, Instant visibleAgain, String receipt) {
        return new StoredMessage(id, newOrder, content, sent, visibleAgain, receiveCount + 1,
                firstReceived.or(() -> Optional.of(now)),
                Optional.of(now), Optional.of(receipt), deadLetterSourceArn);
    }

    StoredMessage hiddenUntil(Instant instant) {
        return new StoredMessage(id, order, content, sent, instant, receiveCount, firstReceived, lastReceived, receipt,
                deadLetterSourceArn);
    }

    /** The message as it enters a dead-letter queue: same id and time of sending, receives counted afresh. */
    StoredMessage movedFrom(String sourceArn, long newOrder, Instant now) {
        return new StoredMessage(id, newOrder, content, sent, now, 0, Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.of(sourceArn));
    }

    boolean isInFlight(Instant now) {
        return receiveCount > 0 && visibleAt.isAfter(now);
    }

    boolean isDelayed(Instant now) {
        return receiveCount == 0 && visibleAt.isAfter(now);
    }

    ReceivedMessage asReceived(String account, Instant now) {
        return new ReceivedMessage(id, receiptHandle(), content.body(), Map.copyOf(content.attributes()), receiveCount, sent,
                firstReceived.orElse(now), account, deadLetterSourceArn);
    }

    private String receiptHandle() {
        return new ReceiptHandle(id, receipt.orElse("")).token();
    }
}
