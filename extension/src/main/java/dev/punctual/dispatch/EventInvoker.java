package dev.punctual.dispatch;

import dev.punctual.EventContext;

/** Calls one handler method on its bean, without reflection; safe for use by several threads. */
@FunctionalInterface
public interface EventInvoker {

    /**
     * Calls the handler.
     *
     * @param payload an instance of the handler's payload type
     * @throws Throwable whatever the handler throws
     */
    void invoke(Object payload, EventContext context) throws Throwable;
}
