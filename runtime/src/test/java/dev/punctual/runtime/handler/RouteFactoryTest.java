package dev.punctual.runtime.handler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Idempotent;
import dev.punctual.Ordering;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.EventSource;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.codec.BytesCodec;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.spi.EventCodec;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;

class RouteFactoryTest {

    record Order(String id) {
    }

    private static final AtomicInteger MAPPERS = new AtomicInteger();
    private static final EventCodec<?> BYTES = new BytesCodec();
    private static final EventCodec<?> JSON = new JacksonCodec(() -> {
        MAPPERS.incrementAndGet();
        return new ObjectMapper();
    }, Order.class);
    private static final Function<Object, String> KEY = payload -> ((Order) payload).id();

    private final RouteFactory factory = new RouteFactory(
            new SmallRyeConfigBuilder().addDefaultInterceptors()
                    .withSources(new PropertiesConfigSource(Map.of("orders.budget", "7s", "orders.wrong", "soon"), "test", 100))
                    .build(),
            new SourceNames(Map.of()), Optional.empty());

    private EventRoute route(Class<?> payloadType, Optional<RetryDefinition> retry) {
        return route(payloadType, retry, Optional.empty(), OrderRule.ANY);
    }

    private EventRoute route(Optional<String> idempotencyKey, OrderRule order) {
        return route(Order.class, Optional.empty(), idempotencyKey, order);
    }

    private EventRoute route(Class<?> payloadType, Optional<RetryDefinition> retry, Optional<String> idempotencyKey,
            OrderRule order) {
        HandlerDefinition definition = new HandlerDefinition("Orders#onOrder", "com.acme.Orders#onOrder",
                EventSource.Kind.STREAM, "orders", "placed", payloadType, HandlerDefinition.Parameters.PAYLOAD, retry,
                idempotencyKey, order, Optional.empty());
        EventCodec<?> codec = payloadType == byte[].class ? BYTES : JSON;
        return factory.route(new HandlerRegistry.Handler(definition, (instance, arguments) -> null, codec, Optional.of(KEY)));
    }

    private RetryPolicy policy(String budget, int maxAttempts, String backoff, String maxBackoff) {
        return route(Order.class,
                Optional.of(new RetryDefinition(budget, maxAttempts, backoff, maxBackoff, List.of(IOException.class))))
                .policy();
    }

    @Test
    void carriesTheDefinitionOver() {
        EventRoute route = route(Order.class, Optional.empty());

        assertThat(route.handler()).isEqualTo("Orders#onOrder");
        assertThat(route.kind()).isEqualTo(EventSource.Kind.STREAM);
        assertThat(route.source()).isEqualTo("orders");
        assertThat(route.type()).isEqualTo("placed");
    }

    @Test
    void readsPayloadsWithTheHandlersCodec() {
        assertThat(route(Order.class, Optional.empty()).decoder()).isSameAs(JSON);
        assertThat(route(byte[].class, Optional.empty()).decoder()).isSameAs(BYTES);
    }

    @Test
    void looksForJacksonsMapperBeforeTheFirstEvent() {
        route(Order.class, Optional.empty());
        route(Order.class, Optional.empty());

        assertThat(MAPPERS).hasValue(1);
    }

    @Test
    void keepsNoOutcomesAndNoOrderUnlessTold() {
        EventRoute route = route(Optional.empty(), OrderRule.ANY);

        assertThat(route.idempotency()).isEqualTo(Idempotency.NONE);
        assertThat(route.order()).isEqualTo(OrderRule.ANY);
    }

    @Test
    void tellsEventsApartByWhatTheKeySays() {
        assertThat(route(Optional.of(""), OrderRule.ANY).idempotency()).isEqualTo(new Idempotency.ByRecord());
        assertThat(route(Optional.of(Idempotent.EVENT_ID), OrderRule.ANY).idempotency())
                .isEqualTo(new Idempotency.ByEventId());
        assertThat(route(Optional.of("id"), OrderRule.ANY).idempotency()).isEqualTo(new Idempotency.ByBusinessKey(KEY));
    }

    @Test
    void carriesTheOrderOver() {
        OrderRule order = new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT);

        assertThat(route(Optional.of(""), order).order()).isEqualTo(order);
    }

    @Test
    void triesOnceAtAnyTimeWithoutRetryWithin() {
        RetryPolicy policy = route(Order.class, Optional.empty()).policy();

        assertThat(policy.maxAttempts()).isEqualTo(1);
        assertThat(policy.budget().value()).isEqualTo(TimeBudget.LONGEST);
        assertThat(policy.isPermanent(new PermanentFailureException("x"))).isTrue();
    }

    @Test
    void resolvesTheExpressionsOfRetryWithin() {
        RetryPolicy policy = policy("${orders.budget}", 4, "${orders.backoff:100ms}", "1s");

        assertThat(policy.budget().value()).isEqualTo(Duration.ofSeconds(7));
        assertThat(policy.maxAttempts()).isEqualTo(4);
        assertThat(policy.backoff().base()).isEqualTo(Duration.ofMillis(100));
        assertThat(policy.backoff().cap()).isEqualTo(Duration.ofSeconds(1));
        assertThat(policy.isPermanent(new IOException())).isTrue();
        assertThat(policy.isPermanent(new PermanentFailureException("x"))).isTrue();
        assertThat(policy.isPermanent(new IllegalStateException())).isFalse();
    }

    @Test
    void namesTheMethodWhoseConfiguredDurationsAreOutOfRange() {
        assertThatIllegalArgumentException().isThrownBy(() -> policy("${orders.wrong}", 4, "100ms", "1s")).withMessage(
                "@RetryWithin on com.acme.Orders#onOrder: 'soon' is not a duration; write it like 200ms, 5s, 2m, 1h, 1d or PT5S");
        assertThatIllegalArgumentException().isThrownBy(() -> policy("${gone}", 4, "100ms", "1s")).withMessage(
                "@RetryWithin on com.acme.Orders#onOrder: the property 'gone' of ${gone} is not configured, and has no default");
        assertThatIllegalArgumentException().isThrownBy(() -> policy("50ms", 4, "100ms", "1s")).withMessage(
                "@RetryWithin on com.acme.Orders#onOrder: backoff must not be longer than the budget PT0.05S, was PT0.1S");
        assertThatIllegalArgumentException().isThrownBy(() -> policy("0s", 4, "100ms", "1s"))
                .withMessageStartingWith("@RetryWithin on com.acme.Orders#onOrder: a time budget must be positive");
    }
}
