package dev.punctual.testkit.simulation.history;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * One thing that happened in a run, seen at the models or at the engine's ports.
 *
 * <p>
 * Events are named {@code stream/shard:sequenceNumber}, those of an aggregated record with {@code :subSequenceNumber}
 * behind; invocations are numbered from 1. The handler {@code ""} stands for
 * an event that no handler takes.
 */
public sealed interface Happening {

    /** When, in virtual time. */
    Instant at();

    /** The event concerned, or an empty string. */
    default String event() {
        return "";
    }

    /** The invocation concerned, or 0. */
    default int invocation() {
        return 0;
    }

    /**
     * The stream took an event.
     *
     * @param handlers that must end it; none where it may pass
     * @param keys under which the ledger keeps it, by the handlers that have one
     */
    record Accepted(Instant at, String event, String partitionKey, List<String> handlers, Map<String, String> keys,
            Payload payload) implements Happening {
    }

    /**
     * A function was invoked.
     *
     * @param end when Lambda ends the invocation
     */
    record Invoked(Instant at, int invocation, String function, Instant end) implements Happening {
    }

    /**
     * An item of the batch that a function was invoked with.
     *
     * @param itemId its name in the response
     * @param handlers whose business it is in this invocation
     * @param arrival as the stream stamped it
     * @param attempts that had failed before
     * @param message the number of the retry message that brought it; 0 if its stream did
     */
    record Delivered(Instant at, int invocation, String itemId, String event, List<String> handlers, Instant arrival,
            int attempts, int message) implements Happening {
    }

    /** A handler is called. */
    record Attempted(Instant at, int invocation, String event, String handler, int attempt) implements Happening {
    }

    /** A handler did its work. */
    record Handled(Instant at, int invocation, String event, String handler) implements Happening {
    }

    /** A handler's call failed. */
    record Failed(Instant at, int invocation, String event, String handler, String failure) implements Happening {
    }

    /**
     * The retry queue has a message, durably.
     *
     * @param asked when the engine asked for it to be sent
     * @param attempts that have failed so far
     * @param number of the message, from 1
     */
    record Parked(Instant at, int invocation, String event, String handler, Instant asked, Duration delay, int attempts,
            int number, Payload payload) implements Happening {
    }

    /** The dead-letter queue has a letter, durably. */
    record Buried(Instant at, int invocation, String event, String handler, String letterId, String reason, String detail,
            Payload payload) implements Happening {
    }

    /**
     * The engine told what became of an event for one handler.
     *
     * @param outcome its name
     */
    record Finished(Instant at, int invocation, String event, String handler, String outcome,
            boolean acknowledged) implements Happening {
    }

    /**
     * The function answered.
     *
     * @param ofStream whether the lowest id is a checkpoint
     * @param failures the items it named
     */
    record Answered(Instant at, int invocation, boolean ofStream, List<String> failures) implements Happening {
    }

    /** The platform gave an event up for all of its handlers, and told the on-failure queue. */
    record Abandoned(Instant at, String event) implements Happening {
    }

    /**
     * The stream has lost a record that no function ever saw, because it was older than the stream keeps records.
     *
     * @param retention how long the stream keeps them
     */
    record Expired(Instant at, String event, Duration retention) implements Happening {
    }

    /**
     * The ledger replaced an event's entry.
     *
     * @param replaced the token of the entry before, or an empty string
     * @param sent whether the message or letter of a parked or dead event is known to be in its queue
     * @param leaseEnd of one in progress, else the epoch
     * @param deadline as the entry says
     * @param claims in a row, as the entry says
     * @param parks the number of its newest message
     * @param attempts that failed so far
     */
    record LedgerWritten(Instant at, int invocation, String key, String token, String replaced, EntryState state,
            boolean sent, Instant leaseEnd, Instant deadline, int claims, int parks, int attempts) implements Happening {
    }

    /** The ledger replaced the entry of a partition key. */
    record KeyWritten(Instant at, int invocation, String key, String lastApplied, List<String> waiting) implements Happening {
    }

    /** What a handler did in one transaction with its event's outcome is durable. */
    record Effect(Instant at, int invocation, String event, String handler, String key) implements Happening {
    }

    /** Something the simulator did to the run. */
    record Fault(Instant at, int invocation, String what) implements Happening {
    }

    /** Payload bytes were found in the engine's log. */
    record Leaked(Instant at, String event) implements Happening {
    }

    /** After the faults had stopped, the run did not come to rest in time. */
    record Unsettled(Instant at, String what) implements Happening {
    }
}
