package dev.punctual.dispatch;

import dev.punctual.event.EventSource;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.EventDecoder;

/**
 * The way from a source's events to one handler.
 *
 * @param handler the handler's id, unique in the application
 * @param kind the kind of source it takes events of
 * @param source the source's name
 * @param type the event type it takes, or an empty string for every one
 * @param decoder reads its payload type
 * @param policy how often and how long it tries
 * @param idempotency whether its outcomes are kept in the ledger
 * @param order in which order it takes its events
 * @param invoker calls it
 */
public record EventRoute(String handler, EventSource.Kind kind, String source, String type, EventDecoder<?> decoder,
        RetryPolicy policy, Idempotency idempotency, OrderRule order, EventInvoker invoker) {

    /**
     * @throws IllegalArgumentException if the order needs a ledger and the handler has none, or there is no order to keep
     */
    public EventRoute {
        if (order.needsLedger() && !idempotency.isKept()) {
            throw new IllegalArgumentException(handler + ": its order needs the ledger; add @Idempotent");
        }
        if (kind == EventSource.Kind.QUEUE && !order.equals(OrderRule.ANY)) {
            throw new IllegalArgumentException(handler + ": the queue '" + source + "' has no order that could be kept");
        }
    }

    /** To a handler without a ledger, in any order. */
    public EventRoute(String handler, EventSource.Kind kind, String source, String type, EventDecoder<?> decoder,
            RetryPolicy policy, EventInvoker invoker) {
        this(handler, kind, source, type, decoder, policy, Idempotency.NONE, OrderRule.ANY, invoker);
    }

    /** Whether the handler takes every event of its source. */
    public boolean takesEveryType() {
        return type.isEmpty();
    }
}
