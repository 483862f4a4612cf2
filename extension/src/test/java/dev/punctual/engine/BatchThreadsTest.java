package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import dev.punctual.spi.Outcome;

/** What needs real threads and the real clock; bounds are wide, for a busy machine. */
@Timeout(30)
class BatchThreadsTest {

    private final ExecutorService executor = Executors.newCachedThreadPool();
    private final EngineFixture engine = new EngineFixture();

    @BeforeEach
    void runForReal() {
        engine.clock = InstantSource.system();
        engine.pause = Pause.REAL;
        engine.executor = executor;
        engine.concurrency = 2;
    }

    @AfterEach
    void endThreads() throws InterruptedException {
        executor.shutdownNow();
        assertThat(executor.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void runsHandlersOfOneBatchConcurrently() {
        CyclicBarrier bothAreIn = new CyclicBarrier(2);

        List<Outcome> outcomes = engine
                .handler("notify", within("20S"), (payload, context) -> bothAreIn.await(10, TimeUnit.SECONDS))
                .process("placed:a", "placed:b");

        assertThat(outcomes).containsExactly(Outcome.HANDLED, Outcome.HANDLED);
    }

    @Test
    void neverRunsMoreHandlersThanConfigured() {
        AtomicInteger running = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        engine.handler("notify", within("20S"), (payload, context) -> {
            most.accumulateAndGet(running.incrementAndGet(), Math::max);
            TimeUnit.MILLISECONDS.sleep(2);
            running.decrementAndGet();
        });

        List<Outcome> outcomes = engine.process(IntStream.range(0, 50).mapToObj(i -> "placed:" + i).toArray(String[]::new));

        assertThat(outcomes).hasSize(50).containsOnly(Outcome.HANDLED);
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void joinsTheOutcomesOfManyThreadsWithoutLosingOne() {
        engine.concurrency = 8;
        engine.handler("notify", policy(Duration.ofSeconds(20), 1), (payload, context) -> {
            if (Integer.parseInt((String) payload) % 3 == 0) {
                throw new IllegalStateException("every third");
            }
        });

        List<Outcome> outcomes = engine
                .process(IntStream.range(0, 2_000).mapToObj(i -> "placed:" + i).toArray(String[]::new));

        assertThat(IntStream.range(0, 2_000).filter(i -> (outcomes.get(i) == Outcome.HANDLED) != (i % 3 != 0))).isEmpty();
        assertThat(engine.letters).hasSize(667);
    }

    @Test
    void cutsAHandlerThatNeverReturnsBeforeTheInvocationEnds() {
        engine.invocationTime = Duration.ofMillis(700);
        CountDownLatch never = new CountDownLatch(1);
        engine.handler("notify", within("20S"), (payload, context) -> {
            if (payload.equals("a")) {
                never.await();
            }
        });
        long start = System.nanoTime();

        List<Outcome> outcomes = engine.process("placed:a", "placed:b");

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofMillis(700));
        assertThat(outcomes).containsExactly(new Outcome.ReturnedToSource("the invocation had to answer"), Outcome.HANDLED);
    }

    @Test
    void answersInTimeThoughAHandlerIgnoresItsInterruption() throws InterruptedException {
        engine.invocationTime = Duration.ofMillis(700);
        CountDownLatch release = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        engine.handler("notify", within("20S"), (payload, context) -> {
            boolean stubborn = true;
            while (stubborn) {
                try {
                    release.await();
                    stubborn = false;
                } catch (InterruptedException ignoredOnPurpose) {
                    stubborn = true;
                }
            }
            ended.countDown();
        });

        List<Outcome> outcomes = engine.process("placed:a");
        release.countDown();

        assertThat(outcomes.get(0).acknowledged()).isFalse();
        assertThat(ended.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(engine.told).as("a late end changes nothing").hasSize(1);
    }

    @Test
    void anAttemptThatHeedsItsInterruptionCostsItsEventNoClaim() {
        engine.invocationTime = Duration.ofMillis(700);
        engine.kept("notify", within("60S"), (payload, context) -> TimeUnit.SECONDS.sleep(60));

        List<Outcome> outcomes = engine.process("placed:a");

        assertThat(outcomes.get(0).acknowledged()).isFalse();
        assertThat(engine.ledger.entry("orders/shardId-000000000000:0#notify")).satisfies(entry -> {
            assertThat(entry.claims()).isZero();
            assertThat(entry.attempts().count()).isEqualTo(1);
        });
    }

    @Test
    void parksWhatSlowEventsWouldTakePastTheirDeadlines() {
        engine.attemptCost = Optional.of(Duration.ofMillis(50));
        engine.queueLatency = Duration.ofMillis(100);
        engine.handler("notify", within("2S"), (payload, context) -> {
            if (((String) payload).startsWith("slow")) {
                TimeUnit.SECONDS.sleep(4);
            }
        });

        List<Outcome> outcomes = engine.process("placed:slow1", "placed:slow2", "placed:quick");

        assertThat(outcomes).containsExactly(Outcome.HANDLED, Outcome.HANDLED, new Outcome.Parked(Duration.ZERO));
        assertThat(engine.parked).singleElement().satisfies(parked -> {
            assertThat(parked.attempts().count()).isZero();
            assertThat(new String(parked.event().data())).isEqualTo("placed:quick");
        });
    }

    @Test
    void answersAfterItsListenerWasToldAndInterruptsNobodyWhoHasFinished() {
        AtomicInteger told = new AtomicInteger();
        engine.slowListener = () -> {
            try {
                TimeUnit.MILLISECONDS.sleep(20);
                told.incrementAndGet();
            } catch (InterruptedException e) {
                throw new AssertionError("a listener was interrupted", e);
            }
        };
        engine.concurrency = 4;

        engine.handler("notify", within("20S"), (payload, context) -> {
        }).process("placed:a", "placed:b", "placed:c", "placed:d");

        assertThat(told).hasValue(4);
    }

    @Test
    void losesNothingWhenItsThreadIsInterrupted() {
        CountDownLatch never = new CountDownLatch(1);
        Thread invoking = Thread.currentThread();
        engine.handler("notify", within("20S"), (payload, context) -> {
            invoking.interrupt();
            never.await();
        });

        List<Outcome> outcomes = engine.process("placed:a");

        assertThat(Thread.interrupted()).isTrue();
        assertThat(outcomes.get(0).acknowledged()).isFalse();
    }
}
