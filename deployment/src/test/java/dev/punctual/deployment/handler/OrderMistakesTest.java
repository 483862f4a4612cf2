package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.AfterDeadLetter;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deployment.Applications;
import io.quarkus.test.QuarkusUnitTest;

class OrderMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.refused(OrderMistakesTest.class,
            """
                    13 mistakes in event methods:
                    @Ordered on Orders#haltWithoutKeys: afterDeadLetter HALT goes with PER_KEY only, and value is PER_SHARD; \
                    remove it, or order PER_KEY.
                    @Idempotent on Orders#letter: only event methods have outcomes to keep; add @OnEvent, or remove @Idempotent.
                    @Ordered on Orders#letter: only event methods take events in an order; add @OnEvent, or remove @Ordered.
                    @Ordered on Orders#perKeyWithNothing: supersede goes with UNORDERED only: PER_KEY lets no event overtake another; \
                    remove it, or order UNORDERED.
                    @Ordered on Orders#perKeyWithNothing: value PER_KEY leaves open what becomes of a key once one of its events is dead; \
                    add afterDeadLetter = RELEASE to run the events behind it, or HALT to make them dead letters, too.
                    @Ordered on Orders#perKeyWithNothing: value PER_KEY needs the ledger to know which events of a key are unfinished; \
                    add @Idempotent.
                    @Ordered on Orders#queue: queue 'orders' has no order that could be kept; \
                    remove @Ordered, or take the events of a stream.
                    @Ordered on Orders#releaseWithoutKeys: afterDeadLetter RELEASE goes with PER_KEY only, and value is UNORDERED; \
                    remove it, or order PER_KEY.
                    @Ordered on Orders#supersedeInShards: supersede goes with UNORDERED only: PER_SHARD lets no event overtake another; \
                    remove it, or order UNORDERED.
                    @Ordered on Orders#supersedeWithoutLedger: \
                    supersede needs the ledger to know which event of a key was handled last; add @Idempotent.
                    @Ordered on Orders#undecided: value PER_KEY leaves open what becomes of a key once one of its events is dead; \
                    add afterDeadLetter = RELEASE to run the events behind it, or HALT to make them dead letters, too.
                    @Idempotent on Orders#unfed: only event methods have outcomes to keep; add @OnEvent, or remove @Idempotent.
                    @Ordered on Orders#unordered: queue 'orders' has no order that could be kept; \
                    remove @Ordered, or take the events of a stream.""",
            Order.class, Orders.class);

    record Order(String id) {
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        @Ordered(value = Ordering.PER_KEY, supersede = true)
        void perKeyWithNothing(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent
        @Ordered(value = Ordering.PER_KEY, afterDeadLetter = AfterDeadLetter.UNDECIDED)
        void undecided(Order order) {
        }

        @OnEvent(stream = "orders")
        @Ordered(value = Ordering.PER_SHARD, afterDeadLetter = AfterDeadLetter.HALT)
        void haltWithoutKeys(Order order) {
        }

        @OnEvent(stream = "orders")
        @Ordered(value = Ordering.UNORDERED, afterDeadLetter = AfterDeadLetter.RELEASE)
        void releaseWithoutKeys(Order order) {
        }

        @OnEvent(stream = "orders")
        @Ordered(value = Ordering.PER_SHARD, supersede = true)
        void supersedeInShards(Order order) {
        }

        @OnEvent(stream = "orders")
        @Ordered(value = Ordering.UNORDERED, supersede = true)
        void supersedeWithoutLedger(Order order) {
        }

        @OnEvent(queue = "orders")
        @Ordered(Ordering.PER_KEY)
        void queue(Order order) {
        }

        @OnEvent(queue = "orders")
        @Ordered(Ordering.UNORDERED)
        void unordered(Order order) {
        }

        @Idempotent(key = "gone")
        void unfed(Order order) {
        }

        @OnDeadLetter
        @Idempotent
        @Ordered(Ordering.PER_KEY)
        void letter(DeadLetter letter) {
        }
    }

    @Test
    void refusesOrdersThatCannotBeKept() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
