package dev.punctual.ledger;

import java.time.Instant;

import dev.punctual.deadletter.Reason;

/**
 * Why and when an event was given up; kept, so that a letter that has to be sent again says the same.
 *
 * @param reason why
 * @param detail the reason in a sentence, without payload data
 * @param at when
 */
public record Death(Reason reason, String detail, Instant at) {
}
