package dev.punctual.dispatch;

import dev.punctual.event.EventSource;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.EventCodec;

/**
 * The way from a source's events to one handler.
 *
 * @param handler the handler's id, unique in the application
 * @param kind the kind of source it takes events of
 * @param source the source's name
 * @param type the event type it takes, or an empty string for every one
 * @param codec reads its payload type
 * @param policy how often and how long it tries
 * @param invoker calls it
 */
public record EventRoute(String handler, EventSource.Kind kind, String source, String type, EventCodec<?> codec,
        RetryPolicy policy, EventInvoker invoker) {

    /** Whether the handler takes every event of its source. */
    public boolean takesEveryType() {
        return type.isEmpty();
    }
}
