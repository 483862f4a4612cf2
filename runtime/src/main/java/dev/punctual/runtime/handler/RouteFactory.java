package dev.punctual.runtime.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import dev.punctual.EventPublisher;
import dev.punctual.Idempotent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.publish.PublishingInvoker;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.config.ConfigExpressions;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.spi.EventCodec;

/** Makes the routes to the application's handlers, once, when the function starts. */
public final class RouteFactory {

    private final Config config;
    private final SourceNames names;
    private final Optional<EventPublisher> publisher;

    /**
     * @param config resolves the expressions in annotations
     * @param names tells what sources are named where they are deployed
     * @param publisher what handlers publish with, if any does
     */
    public RouteFactory(Config config, SourceNames names, Optional<EventPublisher> publisher) {
        this.config = config;
        this.names = names;
        this.publisher = publisher;
    }

    /**
     * The route to a handler.
     *
     * @throws IllegalArgumentException if a duration, with its expressions resolved, is out of range
     */
    public EventRoute route(HandlerRegistry.Handler handler) {
        HandlerDefinition definition = handler.definition();
        return new EventRoute(definition.id(), definition.kind(), names.of(definition.source()), definition.type(),
                ready(handler.codec()), policy(definition), idempotency(handler), definition.order(),
                invoker(handler));
    }

    private EventInvoker invoker(HandlerRegistry.Handler handler) {
        HandlerDefinition definition = handler.definition();
        return publisher
                .<EventInvoker> map(with -> new PublishingInvoker(definition.id(),
                        BeanCalls.target(handler.invoker(), definition.parameters()), definition.emission(), with))
                .orElseGet(() -> BeanCalls.eventInvoker(handler.invoker(), definition.parameters()));
    }

    private static Idempotency idempotency(HandlerRegistry.Handler handler) {
        Optional<String> key = handler.definition().idempotencyKey();
        return key.isEmpty() ? Idempotency.NONE : switch (key.get()) {
            case "" -> new Idempotency.ByRecord();
            case Idempotent.EVENT_ID -> new Idempotency.ByEventId();
            default -> new Idempotency.ByBusinessKey(handler.key().orElseThrow());
        };
    }

    private static EventCodec<?> ready(EventCodec<?> codec) {
        if (codec instanceof JacksonCodec jackson) {
            jackson.prepare();
        }
        return codec;
    }

    private RetryPolicy policy(HandlerDefinition definition) {
        List<Class<? extends Throwable>> permanent = new ArrayList<>(List.of(PermanentFailureException.class));
        if (definition.retry().isEmpty()) {
            return new RetryPolicy(new TimeBudget(TimeBudget.LONGEST), 1,
                    new Backoff(TimeBudget.LONGEST, TimeBudget.LONGEST), permanent);
        }
        RetryDefinition retry = definition.retry().get();
        permanent.addAll(retry.permanent());
        try {
            return new RetryPolicy(new TimeBudget(Durations.parse(resolve(retry.budget()))), retry.maxAttempts(),
                    new Backoff(Durations.parse(resolve(retry.backoff())), Durations.parse(resolve(retry.maxBackoff()))),
                    permanent);
        } catch (IllegalArgumentException | NoSuchElementException e) {
            throw new IllegalArgumentException("@RetryWithin on " + definition.method() + ": " + e.getMessage(), e);
        }
    }

    private String resolve(String text) {
        return ConfigExpressions.resolve(text, config);
    }
}
