package dev.punctual.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.Idempotency;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.EngineSettings;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.handler.HandlerDefinition;

class StartupCheckTest {

    private static void check(Duration budget) {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(budget), 3,
                new Backoff(Duration.ofMillis(1), Duration.ofSeconds(1)), List.of());
        EventRoute route = new EventRoute("Orders.onOrder", EventSource.Kind.STREAM, "orders", "", payload -> payload, policy,
                (payload, context) -> {
                });
        StartupCheck.budgets(List.of(route), new EngineSettings(1, Optional.of(Duration.ofMillis(50)), Duration.ofMillis(250),
                Duration.ofMillis(500), false, "shop:1.0"));
    }

    @Test
    void refusesABudgetThatLeavesNoTimeForAnAttempt() {
        assertThatThrownBy(() -> check(Duration.ofMillis(300))).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("@RetryWithin of Orders.onOrder: the budget PT0.3S leaves no time for an attempt, since "
                        + "quarkus.punctual.guard and attempt-cost take PT0.3S; give it more, or them less");
    }

    @Test
    void takesABudgetThatLeavesAny() {
        assertThatCode(() -> check(Duration.ofMillis(301))).doesNotThrowAnyException();
    }

    private static void checkLedger(Duration budget, Duration ttl, Idempotency idempotency) {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(budget), 3,
                new Backoff(Duration.ofMillis(1), Duration.ofSeconds(1)), List.of());
        StartupCheck.ledger(List.of(new EventRoute("Orders.onOrder", EventSource.Kind.STREAM, "orders", "",
                payload -> payload, policy, idempotency, OrderRule.ANY, (payload, context) -> {
                })), ttl);
    }

    @Test
    void refusesALedgerThatForgetsAnEventWhileItMayBeTried() {
        assertThatThrownBy(() -> checkLedger(Duration.ofDays(14), Duration.ofDays(15), new Idempotency.ByRecord()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("quarkus.punctual.ledger.ttl: PT360H is too short for Orders.onOrder, whose @RetryWithin is PT336H;"
                        + " it must be more than a day longer than that, and longer than the source keeps events");
    }

    @Test
    void takesALedgerThatRemembersForLongEnough() {
        Idempotency kept = new Idempotency.ByRecord();

        assertThatCode(() -> {
            checkLedger(Duration.ofDays(14), Duration.ofDays(15).plusSeconds(1), kept);
            checkLedger(Duration.ofDays(300), Duration.ofDays(15), Idempotency.NONE);
            checkLedger(TimeBudget.LONGEST, Duration.ofDays(15), kept);
        }).doesNotThrowAnyException();
    }

    @Test
    void refusesAHandlerOfAQueueThatWaitsBesideAnother() {
        // given: a handler of the retry queue of the stream orders
        HandlerDefinition handler = new HandlerDefinition("Orders.onRetry", "com.acme.Orders#onRetry", EventSource.Kind.QUEUE,
                "orders-retry", "", byte[].class, HandlerDefinition.Parameters.PAYLOAD, Optional.empty(), Optional.empty(),
                OrderRule.ANY, Optional.empty());
        QueueDirectory queues = new QueueDirectory(List.of("orders", "orders-retry"), Map.of());

        assertThatThrownBy(() -> StartupCheck.queues(queues, new SourceNames(Map.of()), List.of(handler)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith(
                        "@OnEvent on com.acme.Orders#onRetry: the queue 'orders-retry' is the RETRY queue of orders");
    }

    @Test
    void keepsToTheQueuesOfAStreamThatIsNamedLikeAQueue() {
        // given: the streams orders and orders-retry
        QueueDirectory queues = new QueueDirectory(List.of("orders", "orders-retry"), Map.of());

        assertThat(queues.of("orders-retry", QueueDirectory.Purpose.DEAD_LETTER).name()).isEqualTo("orders-retry-dead-letter");
    }
}
