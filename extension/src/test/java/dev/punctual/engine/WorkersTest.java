package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WorkersTest {

    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final Deque<Delivery> ready = new ArrayDeque<>();
    private final List<Delivery> worked = new ArrayList<>();
    private final AtomicInteger left = new AtomicInteger();

    @AfterEach
    void tearDown() {
        Thread.interrupted();
    }

    private Workers workers(Executor executor, int places, Consumer<Delivery> work) {
        return new Workers(executor, places, ready::poll, work, left::incrementAndGet);
    }

    @Test
    void tellsHowManyPlacesAreFree() {
        Workers workers = workers(threads::add, 5, worked::add);
        assertThat(workers.free()).isEqualTo(5);
        assertThat(workers.areIdle()).isTrue();

        workers.start(2);

        assertThat(workers.free()).isEqualTo(3);
        assertThat(workers.areIdle()).isFalse();
    }

    @Test
    void aWorkerDoesAllThereIsAndLeaves() {
        Delivery first = Deliveries.any(1);
        Delivery second = Deliveries.any(2);
        ready.addAll(List.of(first, second));
        Workers workers = workers(threads::add, 1, worked::add);
        workers.start(1);

        threads.remove().run();

        assertThat(worked).containsExactly(first, second);
        assertThat(workers.areIdle()).isTrue();
        assertThat(left).hasValue(1);
    }

    @Test
    void goesOnWithAsManyThreadsAsCanBeHad() {
        Workers workers = workers(task -> {
            if (threads.size() == 2) {
                throw new RejectedExecutionException("no more");
            }
            threads.add(task);
        }, 5, worked::add);

        workers.start(5);

        assertThat(workers.free()).isZero();
        assertThat(workers.canBeHad()).isTrue();
        threads.remove().run();
        assertThat(workers.free()).as("two places are left in all").isEqualTo(1);
    }

    @Test
    void tellsThatNoThreadAtAllCanBeHad() {
        Workers workers = workers(task -> {
            throw new OutOfMemoryError("unable to create native thread");
        }, 5, worked::add);

        workers.start(1);

        assertThat(workers.canBeHad()).isFalse();
        assertThat(workers.areIdle()).isTrue();
    }

    @Test
    void takesNothingMoreAfterTheCut() {
        ready.add(Deliveries.any(1));
        Workers workers = workers(threads::add, 1, worked::add);
        workers.start(1);

        workers.cut();
        threads.remove().run();

        assertThat(worked).isEmpty();
        assertThat(ready).hasSize(1);
    }

    @Test
    void theCutInterruptsWhatIsUnderWayButNotTheThreadsNextTask() {
        ready.add(Deliveries.any(1));
        List<Boolean> interrupted = new ArrayList<>();
        Workers[] itself = new Workers[1];
        Workers workers = workers(threads::add, 1, delivery -> {
            itself[0].cut();
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        itself[0] = workers;
        workers.start(1);

        threads.remove().run();

        assertThat(interrupted).containsExactly(true);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void theCutDoesNotInterruptWhatHasFinished() {
        ready.add(Deliveries.any(1));
        List<Boolean> interrupted = new ArrayList<>();
        Workers[] itself = new Workers[1];
        Workers workers = workers(threads::add, 1, delivery -> {
            delivery.finished = true;
            itself[0].cut();
            interrupted.add(Thread.currentThread().isInterrupted());
        });
        itself[0] = workers;
        workers.start(1);

        threads.remove().run();

        assertThat(interrupted).containsExactly(false);
    }

    @Test
    void doesNotInterruptAThreadThatHasLeft() {
        ready.add(Deliveries.any(1));
        Workers workers = workers(threads::add, 1, worked::add);
        workers.start(1);
        threads.remove().run();

        workers.cut();

        assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }

    @Test
    void anInterruptFromElsewhereStaysWithItsThread() {
        ready.add(Deliveries.any(1));
        Workers workers = workers(threads::add, 1, delivery -> Thread.currentThread().interrupt());
        workers.start(1);

        threads.remove().run();

        assertThat(Thread.interrupted()).isTrue();
    }
}
