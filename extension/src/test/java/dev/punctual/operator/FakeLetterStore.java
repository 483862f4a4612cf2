package dev.punctual.operator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;

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
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;

/** A dead-letter queue in memory, with faults to order; safe for use by several threads. */
final class FakeLetterStore implements LetterStore {

    static final Instant DIED = Instant.parse("2026-01-01T00:00:00Z");

    private static final int BATCH = 10;
    private static final EventSource ORDERS = new EventSource(EventSource.Kind.STREAM, "orders",
            "arn:aws:kinesis:us-east-1:000000000000:stream/orders");

    /** What was sent to the retry queue, in that order. */
    final List<RedrivenEvent> redriven = new ArrayList<>();
    /** How often each call is refused before it works. */
    int refusedReceives;
    /** Which letters the retry queue never takes. */
    Predicate<RedrivenEvent> notRedriven = event -> false;
    /** Which letters cannot be removed, so many times. */
    final Map<String, Integer> notDeleted = new LinkedHashMap<>();
    /** Whether the process dies when it removes letters. */
    boolean diesOnDelete;
    /** How often a release is refused before it works. */
    int refusedReleases;
    /** How many letters can be held at once. */
    int mostHeld = Integer.MAX_VALUE;

    private final Map<String, StoredLetter> messages = new LinkedHashMap<>();
    private final Set<String> visible = new LinkedHashSet<>();
    private int number;

    /** A letter of a handler, with a failure. */
    static StoredLetter letter(int n, String handler, String fingerprint) {
        return letter(n, handler, fingerprint, Redrive.NONE, LetterData.INLINE);
    }

    static StoredLetter letter(int n, String handler, String fingerprint, Redrive redrive, LetterData data) {
        EventRecord event = new EventRecord(ORDERS, "shardId-0", String.valueOf(n), "key", DIED.minusSeconds(9),
                ("payload " + n).getBytes(StandardCharsets.UTF_8));
        AttemptHistory attempts = AttemptHistory.NONE.plus(new Attempt(1, DIED, DIED, "f", "r",
                new Failure("java.lang.IllegalStateException", "closed", fingerprint)));
        DeadLetter letter = new DeadLetter(redrive.letterId(DeadLetter.id(event, handler)), Reason.ATTEMPTS, "1 attempt failed",
                handler, "event-" + n, "placed", "c-" + n, "", event, new Deadline(event.arrival(), DIED),
                DIED.plusSeconds(n), attempts, "f", "r", "shop:1", redrive);
        return new StoredLetter(letter, data, Edit.NONE, "", "", DIED, "orders");
    }

    synchronized void put(StoredLetter letter) {
        String id = "message-" + number++;
        visible.add(id);
        messages.put(id, new StoredLetter(letter.letter(), letter.data(), letter.edit(), id, "receipt-" + id, DIED, "orders"));
    }

    void put(int count, String handler, String fingerprint) {
        for (int n = 0; n < count; n++) {
            put(letter(number, handler, fingerprint));
        }
    }

    synchronized List<StoredLetter> left() {
        return List.copyOf(messages.values());
    }

    /** As when the hold of everything has ended. */
    synchronized void endHolds() {
        visible.addAll(messages.keySet());
    }

    @Override
    public String name() {
        return "orders-dead-letter";
    }

    @Override
    public synchronized long approximateSize() {
        return messages.size();
    }

    @Override
    public synchronized List<StoredLetter> receive(Duration hold) {
        if (refusedReceives > 0) {
            refusedReceives--;
            throw new LetterStoreException("throttled");
        }
        List<StoredLetter> batch = new ArrayList<>();
        Iterator<String> next = visible.iterator();
        while (next.hasNext() && batch.size() < BATCH && messages.size() - visible.size() < mostHeld) {
            batch.add(Objects.requireNonNull(messages.get(next.next())));
            next.remove();
        }
        return batch;
    }

    @Override
    public synchronized List<SendResult> release(List<StoredLetter> letters) {
        if (refusedReleases-- > 0) {
            throw new LetterStoreException("throttled");
        }
        letters.stream().map(StoredLetter::messageId).filter(messages::containsKey).forEach(visible::add);
        return letters.stream().map(letter -> SendResult.SENT).toList();
    }

    @Override
    public synchronized List<SendResult> delete(List<StoredLetter> letters) {
        if (diesOnDelete) {
            throw new OutOfMemoryError("the process dies");
        }
        return letters.stream().map(this::delete).toList();
    }

    private SendResult delete(StoredLetter letter) {
        int refusals = notDeleted.getOrDefault(letter.letter().id(), 0);
        if (refusals > 0) {
            notDeleted.put(letter.letter().id(), refusals - 1);
            return new SendResult.NotSent("refused");
        }
        messages.remove(letter.messageId());
        visible.remove(letter.messageId());
        return SendResult.SENT;
    }

    @Override
    public synchronized List<SendResult> add(List<StoredLetter> letters, List<byte[]> data) {
        for (int i = 0; i < letters.size(); i++) {
            StoredLetter letter = letters.get(i);
            put(new StoredLetter(letter.letter().withData(data.get(i)), letter.data(), letter.edit(), "", "", DIED, "orders"));
        }
        return letters.stream().map(letter -> SendResult.SENT).toList();
    }

    @Override
    public synchronized List<SendResult> redrive(List<RedrivenEvent> events) {
        List<SendResult> results = new ArrayList<>();
        for (RedrivenEvent event : events) {
            boolean refused = notRedriven.test(event);
            if (!refused) {
                redriven.add(event);
            }
            results.add(refused ? new SendResult.NotSent("the queue is full") : SendResult.SENT);
        }
        return results;
    }

    @Override
    public byte[] data(StoredLetter letter) {
        if (letter.data() instanceof LetterData.Missing missing) {
            throw new LetterStoreException(missing.why());
        }
        return letter.letter().event().data();
    }
}
