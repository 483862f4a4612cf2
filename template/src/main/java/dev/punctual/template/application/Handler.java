package dev.punctual.template.application;

import java.util.Optional;

import dev.punctual.dispatch.OrderRule;
import dev.punctual.retry.RetryPolicy;

/**
 * An event method.
 *
 * @param id unique in the application
 * @param method {@code com.acme.Orders#onOrder}, for messages
 * @param source what feeds it
 * @param type the event type it takes, or an empty string for every one
 * @param retry its {@code @RetryWithin}, if it has one; without, it has one attempt and no deadline
 * @param order in which order it takes its events
 * @param idempotent whether its outcomes are kept in the ledger
 */
public record Handler(String id, String method, Source source, String type, Optional<RetryPolicy> retry, OrderRule order,
        boolean idempotent) {

    /** Whether its events may wait in the retry queue: not without a budget, nor where later events must not overtake them. */
    public boolean parks() {
        return retry.isPresent() && order.mayPark();
    }
}
