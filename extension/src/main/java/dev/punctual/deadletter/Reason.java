package dev.punctual.deadletter;

/** Why an event became a dead letter. */
public enum Reason {
    /** Its bytes could not be read as an event, or its payload not as the handler's type. */
    UNDECODABLE,
    /** No handler of its source takes its type. */
    UNKNOWN_TYPE,
    /** It waited for a handler that this version of the application no longer has. */
    UNKNOWN_HANDLER,
    /** Its handler threw an exception that no retry can mend. */
    PERMANENT,
    /** Its attempts were used up. */
    ATTEMPTS,
    /** Its time budget ended, or had no room for another attempt. */
    DEADLINE,
    /** Its process died with it as often as {@code quarkus.punctual.ledger.claim-limit} allows. */
    CRASH_LOOP,
    /** An event before it, of the same key, is a dead letter, and its handler asks for a halt after that. */
    HALTED,
    /** So many events led to it, each published by the handler of the one before, that they seem to go in a circle. */
    LOOP,
    /** The platform gave it up: a mapping's retries or a queue's receives were used up. */
    ABANDONED
}
