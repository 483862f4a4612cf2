package dev.punctual.runtime.handler;

import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.eclipse.microprofile.config.Config;

import dev.punctual.Idempotent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.config.ConfigExpressions;
import dev.punctual.spi.EventCodec;

/** Makes the routes to the application's handlers, once, when the function starts. */
public final class RouteFactory {

    private final Config config;

    /**
     * @param config resolves the expressions in annotations
     */
    public RouteFactory(Config config) {
        this.config = config;
    }

    /**
     * The route to a handler.
     *
     * @throws IllegalArgumentException if a duration, with its expressions resolved, is out of range
     */
    public EventRoute route(HandlerRegistry.Handler handler) {
        HandlerDefinition definition = handler.definition();
        EventInvoker invoker = BeanCalls.eventInvoker(handler.invoker(), definition.parameters());
        return new EventRoute(definition.id(), definition.kind(), definition.source(), definition.type(),
                ready(handler.codec()), policy(definition), idempotency(handler), definition.order(), invoker);
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
