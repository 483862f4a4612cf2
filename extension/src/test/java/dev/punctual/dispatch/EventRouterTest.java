package dev.punctual.dispatch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadline.TimeBudget;
import dev.punctual.event.EventSource;
import dev.punctual.event.EventSource.Kind;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;

class EventRouterTest {

    private static final EventSource ORDERS = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders");
    private static final EventSource ORDERS_QUEUE = EventSource.ofArn("arn:aws:sqs:us-east-1:000000000000:orders");
    private static final RetryPolicy POLICY = new RetryPolicy(new TimeBudget(Duration.ofSeconds(5)), 3,
            new Backoff(Duration.ofMillis(200), Duration.ofSeconds(1)), List.of());

    private static EventRoute route(String handler, Kind kind, String source, String type) {
        return new EventRoute(handler, kind, source, type, payload -> payload, POLICY, (payload, context) -> {
        });
    }

    private static EventRoute ofStream(String handler, String type) {
        return route(handler, Kind.STREAM, "orders", type);
    }

    private static List<String> handlers(EventRouter router, EventSource source, String type) {
        return router.routes(source, type).stream().map(EventRoute::handler).toList();
    }

    @Test
    void findsTheHandlersOfATypeInTheOrderOfTheRoutes() {
        EventRouter router = new EventRouter(
                List.of(ofStream("b", "placed"), ofStream("c", "accepted"), ofStream("a", "placed")));

        assertThat(handlers(router, ORDERS, "placed")).containsExactly("b", "a");
        assertThat(handlers(router, ORDERS, "accepted")).containsExactly("c");
    }

    @Test
    void givesEveryEventToHandlersWithoutType() {
        EventRouter router = new EventRouter(List.of(ofStream("audit", ""), ofStream("notify", "placed")));

        assertThat(handlers(router, ORDERS, "placed")).containsExactlyInAnyOrder("notify", "audit");
        assertThat(handlers(router, ORDERS, "unheard-of")).containsExactly("audit");
        assertThat(handlers(router, ORDERS, "")).containsExactly("audit");
    }

    @Test
    void findsNoneForATypeThatNobodyTakes() {
        EventRouter router = new EventRouter(List.of(ofStream("notify", "placed")));

        assertThat(router.routes(ORDERS, "picked_up")).isEmpty();
        assertThat(router.routes(ORDERS, "PLACED")).isEmpty();
        assertThat(router.routes(ORDERS, "")).isEmpty();
    }

    @Test
    void tellsAStreamFromAQueueOfTheSameName() {
        EventRouter router = new EventRouter(
                List.of(route("stream", Kind.STREAM, "orders", "placed"), route("queue", Kind.QUEUE, "orders", "placed")));

        assertThat(handlers(router, ORDERS, "placed")).containsExactly("stream");
        assertThat(handlers(router, ORDERS_QUEUE, "placed")).containsExactly("queue");
    }

    @Test
    void tellsSourcesApartAndDoesNotKnowOthers() {
        EventRouter router = new EventRouter(List.of(ofStream("notify", "placed")));
        EventSource payments = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/payments");

        assertThat(router.routes(payments, "placed")).isEmpty();
        assertThat(router.routes(ORDERS_QUEUE, "placed")).isEmpty();
    }

    @Test
    void findsAnEventOfAnotherAccountOrRegionByItsSourcesName() {
        EventRouter router = new EventRouter(List.of(ofStream("notify", "placed")));
        EventSource elsewhere = EventSource.ofArn("arn:aws:kinesis:eu-west-1:111111111111:stream/orders");

        assertThat(handlers(router, elsewhere, "placed")).containsExactly("notify");
    }

    @Test
    void findsARouteByItsHandler() {
        EventRoute notify = ofStream("notify", "placed");
        EventRouter router = new EventRouter(List.of(notify));

        assertThat(router.route("notify")).containsSame(notify);
        assertThat(router.route("gone")).isEmpty();
    }

    @Test
    void refusesTwoHandlersOfOneId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new EventRouter(List.of(ofStream("notify", "placed"), ofStream("notify", "accepted"))))
                .withMessage("two handlers have the id 'notify'; set @OnEvent(id=…)");
    }

    @Test
    void knowsNothingWithoutRoutes() {
        EventRouter router = new EventRouter(List.of());

        assertThat(router.routes(ORDERS, "placed")).isEmpty();
    }
}
