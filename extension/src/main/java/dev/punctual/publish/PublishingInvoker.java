package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.EventPublisher;
import dev.punctual.Transaction;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.event.Correlation;
import dev.punctual.event.EventSource;

/** Calls a handler that may publish: what it publishes must be on its stream before the attempt counts as handled. */
public final class PublishingInvoker implements EventInvoker {

    /** A handler method that returns something, or null. */
    @FunctionalInterface
    public interface Target {

        /**
         * Calls the handler.
         *
         * @throws Throwable whatever the handler throws
         */
        @Nullable
        Object call(Object payload, EventContext context) throws Throwable;
    }

    private final String handler;
    private final Target target;
    private final Optional<Emission> emission;
    private final EventPublisher publisher;

    /**
     * @param handler the handler's id
     * @param emission where what it returns is published to, if it is
     */
    public PublishingInvoker(String handler, Target target, Optional<Emission> emission, EventPublisher publisher) {
        this.handler = handler;
        this.target = target;
        this.emission = emission;
        this.publisher = publisher;
    }

    @Override
    public void invoke(Object payload, EventContext context) throws Throwable {
        try (AttemptScope scope = AttemptScope.open(handler, context)) {
            Object returned = target.call(payload, new Flushing(context, handler, emission.isPresent(), publisher));
            emission.ifPresent(emits -> emits.events(returned)
                    .forEach(event -> publisher.publishAsync(emits.stream(), event)));
            publisher.flush();
        }
    }

    /** The attempt's context: a transaction counts the event as handled, so what was published goes before. */
    private record Flushing(EventContext context, String handler, boolean emits,
            EventPublisher publisher) implements EventContext {

        @Override
        public String id() {
            return context.id();
        }

        @Override
        public String type() {
            return context.type();
        }

        @Override
        public Instant arrival() {
            return context.arrival();
        }

        @Override
        public Instant deadline() {
            return context.deadline();
        }

        @Override
        public Duration remaining() {
            return context.remaining();
        }

        @Override
        public int attempt() {
            return context.attempt();
        }

        @Override
        public Correlation correlation() {
            return context.correlation();
        }

        @Override
        public String partitionKey() {
            return context.partitionKey();
        }

        @Override
        public EventSource source() {
            return context.source();
        }

        @Override
        public void transact(Transaction effects) {
            if (emits) {
                throw new IllegalStateException("transact would count the event as handled before what " + handler
                        + " returns is published (@Emits); publish it with an EventPublisher before transact, and return void");
            }
            publisher.flush();
            context.transact(effects);
        }
    }
}
