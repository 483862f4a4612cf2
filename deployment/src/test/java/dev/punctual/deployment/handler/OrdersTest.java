package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.RetryWithin;
import dev.punctual.dispatch.OrderRule;

class OrdersTest {

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders", id = "1")
        void unannotated(Order order) {
        }

        @OnEvent(stream = "orders", id = "2")
        @Ordered(Ordering.UNORDERED)
        void unordered(Order order) {
        }

        @OnEvent(stream = "orders", id = "3")
        @Idempotent(key = "id")
        @Ordered(value = Ordering.UNORDERED, supersede = true)
        void superseding(Order order) {
        }

        @OnEvent(stream = "orders", id = "4")
        @Idempotent
        @Ordered(value = Ordering.PER_KEY, afterDeadLetter = AfterDeadLetter.HALT)
        void halting(Order order) {
        }

        @OnEvent(stream = "orders", id = "5")
        @Idempotent(key = Idempotent.EVENT_ID)
        @Ordered(value = Ordering.PER_KEY, supersede = false, afterDeadLetter = AfterDeadLetter.RELEASE)
        void releasing(byte[] order) {
        }

        @OnEvent(stream = "orders", id = "6")
        @RetryWithin("5s")
        @Ordered(value = Ordering.PER_SHARD, afterDeadLetter = AfterDeadLetter.UNDECIDED)
        void perShard(Order order) {
        }
    }

    @Test
    void showsOtherExtensionsTheOrderOfEachHandler() throws Exception {
        Index index = Index.of(Orders.class, Order.class);

        List<EventHandler> handlers = HandlersBuildItem.of(HandlerScanner.scan(index), new PayloadProperties(index))
                .handlers();

        assertThat(handlers).extracting(EventHandler::order).containsExactly(OrderRule.ANY, OrderRule.ANY,
                new OrderRule(Ordering.UNORDERED, true, AfterDeadLetter.RELEASE),
                new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.HALT),
                new OrderRule(Ordering.PER_KEY, false, AfterDeadLetter.RELEASE),
                new OrderRule(Ordering.PER_SHARD, false, AfterDeadLetter.RELEASE));
    }

    @Test
    void showsOtherExtensionsTheKeyOfEachHandler() throws Exception {
        Index index = Index.of(Orders.class, Order.class);

        List<EventHandler> kept = HandlersBuildItem.of(HandlerScanner.scan(index), new PayloadProperties(index)).handlers()
                .stream().filter(handler -> handler.idempotencyKey().isPresent()).toList();

        assertThat(kept).extracting(handler -> handler.idempotencyKey().orElseThrow()).containsExactly("id", "", "#id");
        assertThat(kept.get(0).keyProperty()).hasValueSatisfying(
                property -> assertThat(property.toString()).isEqualTo("java.lang.String id()"));
    }

    @Test
    void findsNothingWrongWithOrdersThatCanBeKept() {
        assertThat(Validation.of(Orders.class, Order.class).mistakesIn(OrdersTest.class)).isEmpty();
    }
}
