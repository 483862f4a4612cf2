package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.Ordering;
import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.TraceContext;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.KeyEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.ParkedEvent;

/**
 * An event on its way to one handler, in one invocation; used by one thread at a time, handed over through the locks of
 * {@link Schedule} and {@link Desk}.
 */
final class Delivery extends Share {

    final EventRoute route;
    final HandlerState state;
    final String entryKey;
    /** The number of the message that brought it; 0 if its source did. */
    int parks;
    /** What it is to die of without an attempt, if anything. */
    Step.@Nullable Die fate;
    /** Where the life before its redrive stands in a trace. */
    String traceparentBefore = "";
    Deadline deadline;
    Instant readyAt = Instant.MIN;
    /** Half of what the invocation had when it began; set before the first attempt. */
    Duration halfOfInvocation = Duration.ZERO;

    // With a ledger:
    /** As it is in the ledger, as far as is known here. */
    private @Nullable EventEntry known;
    /** As its partition key is in the ledger, as far as is known here. */
    @Nullable
    KeyEntry keyEntry;
    boolean owned;
    /** Whether it goes on without the ledger, which is out of reach. */
    boolean unkept;
    /** Whether it runs alone. */
    boolean suspect;
    /** Whether it is to be parked as soon as it is owned. */
    boolean overdue;
    @Nullable
    OutcomeTransaction transaction;

    /**
     * @param entryKey the key of its entry in the ledger, or an empty string where the handler has none
     */
    Delivery(int item, EventRecord event, Envelope envelope, AttemptHistory attempts, EventRoute route, HandlerState state,
            String entryKey, Deadline deadline, Redrive redrive) {
        super(item, event, envelope, attempts, route.handler(), deadline, redrive);
        this.route = route;
        this.state = state;
        this.entryKey = entryKey;
        this.deadline = deadline;
    }

    @Override
    Deadline deadline() {
        return deadline;
    }

    @Override
    String letterId() {
        return entryKey.isEmpty() ? super.letterId() : redrive().letterId(entryKey);
    }

    /** Where the attempt before stands in a trace. */
    TraceContext before() {
        return TraceContext.of(attempts.latest().map(Attempt::traceparent).orElse(traceparentBefore), "");
    }

    /** Whether its outcome is written to the ledger. */
    boolean isKept() {
        return !entryKey.isEmpty() && !unkept;
    }

    boolean mustBeClaimed() {
        return isKept() && !owned;
    }

    boolean waitsForItsKey() {
        return route.order().ordering() == Ordering.PER_KEY;
    }

    String orderKey() {
        return event.source().name() + "//" + event.partitionKey() + '#' + handler();
    }

    EventEntry entry() {
        EventEntry entry = known;
        return entry == null ? unknownEntry() : entry;
    }

    /** The entry of an event that the ledger does not know. */
    EventEntry unknownEntry() {
        return EventEntry.unknown(entryKey, deadline, parks, attempts).in(redrive().count());
    }

    /** Written by this invocation, which goes on to own it or not. */
    void wrote(EventEntry entry) {
        known = entry;
    }

    void own(EventEntry entry) {
        adopt(entry);
        owned = true;
    }

    /** Takes over what the ledger knows. */
    void adopt(EventEntry entry) {
        known = entry;
        attempts = entry.attempts();
        deadline = entry.deadline();
    }

    /** Comes back from its way to the retry queue, which was too long; what is written down stays. */
    void turnBack() {
        owned = false;
        parks = Math.max(parks, entry().parks());
    }

    /** Whether an item of the ledger is its own transaction's doing, whose answer was lost. */
    boolean isDoneBy(Optional<LedgerItem> item) {
        OutcomeTransaction made = transaction;
        return made != null && made.wasMade(item);
    }

    /** Whether its handler has made its effects and the outcome durable. */
    boolean isDone() {
        OutcomeTransaction made = transaction;
        return made != null && made.isMade();
    }

    /** Whether nobody knows if its handler has made its effects and the outcome durable. */
    boolean isInDoubt() {
        OutcomeTransaction made = transaction;
        return made != null && made.isInDoubt();
    }

    ParkedEvent parked(Duration delay) {
        int number = isKept() ? entry().parks() : parks + 1;
        return new ParkedEvent(handler(), event, deadline, attempts, number, redrive(), delay,
                envelope.correlation().orOf(eventId()).correlationId());
    }
}
