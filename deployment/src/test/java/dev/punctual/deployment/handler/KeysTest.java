package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.handler.HandlerRegistry.Handler;
import io.quarkus.test.QuarkusUnitTest;

class KeysTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Order.class, Numbers.class, Identified.class, Dated.class,
            Refund.class, Credit.class, Hidden.class, Level.class, Orders.class);

    record Order(String id, UUID customer) {
    }

    record Numbers(int small, long large, boolean open, char letter) {
    }

    abstract static class Identified<T> {
        private final T id;

        Identified(T id) {
            this.id = id;
        }

        public T getId() {
            return id;
        }
    }

    interface Dated {
        default String day() {
            return "2026-11-23";
        }
    }

    static class Refund extends Identified<Long> implements Dated {
        Refund(Long id) {
            super(id);
        }

        @Override
        public Long getId() {
            return super.getId() + 1;
        }

        public boolean isPartial() {
            return true;
        }
    }

    static class Credit<C extends Comparable<C>> extends Identified<String> {
        private final C amount;

        Credit(String id, C amount) {
            super(id);
            this.amount = amount;
        }

        public C amount() {
            return amount;
        }
    }

    private record Hidden(Object id) {
    }

    enum Level {
        HIGH
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void notKept(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent
        void byRecord(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = Idempotent.EVENT_ID)
        void byEventId(byte[] order) {
        }

        @OnEvent(stream = "orders", id = "order.id")
        @Idempotent(key = "id")
        void on(Order order) {
        }

        @OnEvent(stream = "orders", id = "order.customer")
        @Idempotent(key = "customer")
        void onCustomer(Order order) {
        }

        @OnEvent(stream = "numbers", id = "numbers.small")
        @Idempotent(key = "small")
        void on(Numbers numbers) {
        }

        @OnEvent(stream = "numbers", id = "numbers.large")
        @Idempotent(key = "large")
        void onLarge(Numbers numbers) {
        }

        @OnEvent(stream = "numbers", id = "numbers.open")
        @Idempotent(key = "open")
        void onOpen(Numbers numbers) {
        }

        @OnEvent(stream = "numbers", id = "numbers.letter")
        @Idempotent(key = "letter")
        void onLetter(Numbers numbers) {
        }

        @OnEvent(queue = "refunds", id = "refund.id")
        @Idempotent(key = "id")
        void on(Refund refund) {
        }

        @OnEvent(queue = "refunds", id = "refund.getId")
        @Idempotent(key = "getId")
        void onMethod(Refund refund) {
        }

        @OnEvent(queue = "refunds", id = "refund.day")
        @Idempotent(key = "day")
        void onDay(Refund refund) {
        }

        @OnEvent(queue = "refunds", id = "refund.partial")
        @Idempotent(key = "partial")
        void onPartial(Refund refund) {
        }

        @OnEvent(queue = "credits", id = "credit.id")
        @Idempotent(key = "id")
        @SuppressWarnings("rawtypes")
        void on(Credit credit) {
        }

        @OnEvent(queue = "credits", id = "credit.amount")
        @Idempotent(key = "amount")
        @SuppressWarnings("rawtypes")
        void onAmount(Credit credit) {
        }

        @OnEvent(queue = "hidden", id = "hidden.id")
        @Idempotent(key = "id")
        void on(Hidden hidden) {
        }

        @OnEvent(queue = "levels", id = "level.name")
        @Idempotent(key = "name")
        void on(Level level) {
        }

        @OnEvent(queue = "texts", id = "text.length")
        @Idempotent(key = "length")
        void on(StringBuilder text) {
        }

        @OnEvent(queue = "addresses", id = "uri.host")
        @Idempotent(key = "host")
        void on(URI address) {
        }
    }

    @Inject
    HandlerRegistry registry;

    private Handler handler(String id) {
        return registry.handlers().stream().filter(handler -> handler.definition().id().equals(id)).findFirst().orElseThrow();
    }

    private Function<Object, String> key(String id) {
        return handler(id).key().orElseThrow();
    }

    @Test
    void readsTheKeyThatTheHandlerNames() {
        UUID customer = new UUID(1, 2);
        Order order = new Order("o-1", customer);

        assertThat(key("order.id").apply(order)).isEqualTo("o-1");
        assertThat(key("order.customer").apply(order)).isEqualTo(customer.toString());
    }

    @Test
    void readsPrimitives() {
        Numbers numbers = new Numbers(-1, Long.MAX_VALUE, true, 'x');

        assertThat(key("numbers.small").apply(numbers)).isEqualTo("-1");
        assertThat(key("numbers.large").apply(numbers)).isEqualTo("9223372036854775807");
        assertThat(key("numbers.open").apply(numbers)).isEqualTo("true");
        assertThat(key("numbers.letter").apply(numbers)).isEqualTo("x");
    }

    @Test
    void readsGettersAndWhatIsInheritedOrOverridden() {
        Refund refund = new Refund(41L);

        assertThat(key("refund.id").apply(refund)).isEqualTo("42");
        assertThat(key("refund.getId").apply(refund)).isEqualTo("42");
        assertThat(key("refund.day").apply(refund)).isEqualTo("2026-11-23");
        assertThat(key("refund.partial").apply(refund)).isEqualTo("true");
    }

    @Test
    void readsPropertiesWhoseTypeIsAVariable() {
        Credit<Integer> credit = new Credit<>("c-1", 7);

        assertThat(key("credit.id").apply(credit)).isEqualTo("c-1");
        assertThat(key("credit.amount").apply(credit)).isEqualTo("7");
    }

    @Test
    void readsPayloadsOfEveryVisibilityAndKind() {
        assertThat(key("hidden.id").apply(new Hidden("h-1"))).isEqualTo("h-1");
        assertThat(key("level.name").apply(Level.HIGH)).isEqualTo("HIGH");
        assertThat(key("text.length").apply(new StringBuilder("abc"))).isEqualTo("3");
        assertThat(key("uri.host").apply(URI.create("https://example.com/"))).isEqualTo("example.com");
    }

    @Test
    void isEmptyWhereThePayloadHasNoKey() {
        assertThat(key("order.id").apply(new Order(null, null))).isEmpty();
        assertThat(key("order.id").apply(new Order("  ", null))).isEmpty();
        assertThat(key("order.customer").apply(new Order("o-1", null))).isEmpty();
    }

    @Test
    void readsNoKeyWhereNoPropertyIsNamed() {
        assertThat(handler("Orders.notKept").definition().idempotencyKey()).isEmpty();
        assertThat(handler("Orders.byRecord").definition().idempotencyKey()).contains("");
        assertThat(handler("Orders.byEventId").definition().idempotencyKey()).contains("#id");
        assertThat(registry.handlers()).filteredOn(handler -> handler.key().isEmpty())
                .extracting(handler -> handler.definition().id())
                .containsExactly("Orders.byEventId", "Orders.byRecord", "Orders.notKept");
        assertThat(handler("order.id").definition().idempotencyKey()).isEqualTo(Optional.of("id"));
    }
}
