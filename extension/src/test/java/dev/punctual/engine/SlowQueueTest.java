package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.sent;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.deadline.TimeBudget;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.spi.Outcome;

/** Queues or a ledger that hang, and waits that end late: with real threads and the real clock. */
@Timeout(30)
class SlowQueueTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final CountDownLatch open = new CountDownLatch(1);
    private final EngineFixture engine = new EngineFixture();

    @BeforeEach
    void runForReal() {
        engine.clock = InstantSource.system();
        engine.pause = Pause.REAL;
        engine.executor = executor;
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        open.countDown();
        executor.shutdownNow();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void answersInTimeThoughAQueueHangs() {
        // given
        engine.invocationTime = Duration.ofSeconds(2);
        engine.deadLetterQueue = letters -> {
            awaitOpening();
            return sent(engine.letters, letters);
        };
        Instant end = Instant.now().plus(engine.invocationTime);

        // when
        List<Outcome> outcomes = engine.handler("notify", within("20S"), (payload, context) -> {
        }).process("!a", "placed:b");

        // then
        assertThat(Instant.now()).isBefore(end);
        assertThat(outcomes).extracting(Outcome::acknowledged).containsExactly(false, true);
    }

    @Test
    void answersThoughTheLedgerHangs() {
        engine.invocationTime = Duration.ofSeconds(2);
        engine.ledger.instead = writes -> {
            awaitOpening();
            return List.of();
        };
        engine.kept("notify", within("20S"), (payload, context) -> {
        });
        BatchProcessor processor = engine.processor();
        Invocation invocation = new Invocation("orders-stream", "request-1", Instant.now().plus(engine.invocationTime));

        List<Outcome> outcomes = processor.process(List.of(engine.ofKey("a", 0, "placed:a")), invocation).stream()
                .map(ItemOutcome::outcome).toList();

        // It hangs for ever; a machine that is busy may still load the classes of the answer.
        assertThat(Instant.now()).isBefore(invocation.end().plusSeconds(10));
        assertThat(outcomes.get(0).acknowledged()).isFalse();
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void triesAgainInTimeThoughAQueueHangs() {
        // given: one event that cannot be sent on, and one that fails at first
        engine.invocationTime = Duration.ofSeconds(4);
        engine.deadLetterQueue = letters -> {
            awaitOpening();
            return sent(engine.letters, letters);
        };
        engine.handler("notify", within("3S"), (payload, context) -> {
            if (context.attempt() == 1) {
                throw new IOException("busy");
            }
        });

        // when
        List<Outcome> outcomes = engine.process("!a", "placed:b");

        // then
        assertThat(outcomes.get(1)).isEqualTo(Outcome.HANDLED);
    }

    @Test
    void makesItsLastAttemptBeforeTheDeadlineByTheRealClock() {
        // given: waits that are nearly always longer than the budget, so that they are cut to it
        Backoff longWaits = new Backoff(Duration.ofMillis(100), Duration.ofDays(1));
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofMillis(600)), 40, longWaits, List.of());
        engine.handler("notify", policy, (payload, context) -> {
            if (context.remaining().compareTo(Duration.ofMillis(300)) > 0) {
                throw new IOException("busy");
            }
        });

        // when
        List<Outcome> outcomes = engine.process("placed:a", "placed:b", "placed:c", "placed:d");

        // then
        assertThat(outcomes).containsOnly(Outcome.HANDLED);
    }

    private void awaitOpening() {
        try {
            open.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
