package dev.punctual.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

class DesksTest {

    private static final Instant LATEST = VirtualClock.START.plusSeconds(3);

    private final VirtualClock clock = new VirtualClock();
    private final Deque<Runnable> threads = new ArrayDeque<>();
    private final List<Integer> services = new ArrayList<>();
    private final List<Duration> waits = new ArrayList<>();
    private final AtomicInteger served = new AtomicInteger();
    private final Desks desks = new Desks(threads::add, served::incrementAndGet);
    private final Desk<Integer> desk = new Desk<>(10, services::addAll);

    private void wait(Duration time) {
        waits.add(time);
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void hasADeskServedByAThreadAndTellsWhenItHasBeen() {
        desks.add(desk);
        desk.add(1);

        desks.flush();
        desks.flush();
        assertThat(threads).as("one for the desk").hasSize(1);
        threads.remove().run();

        assertThat(services).containsExactly(1);
        assertThat(served).hasValue(1);
    }

    @Test
    void servesADeskItselfWithoutAThread() {
        Desks alone = new Desks(task -> {
            throw new RejectedExecutionException("none");
        }, served::incrementAndGet);
        alone.add(desk);
        desk.add(1);

        alone.flush();

        assertThat(services).containsExactly(1);
        assertThat(served).hasValue(1);
    }

    @Test
    void finishesWhatWaitsBeforeItCloses() {
        desks.add(desk);
        desk.add(1);

        desks.finish(LATEST, clock, () -> false, time -> {
            wait(time);
            threads.remove().run();
        });

        assertThat(services).containsExactly(1);
        assertThat(waits).containsExactly(Duration.ofSeconds(3));
        desk.add(2);
        assertThat(desk.claim()).as("closed").isFalse();
    }

    @Test
    void waitsNoLongerThanItMay() {
        desks.add(desk);
        desk.add(1);

        desks.finish(LATEST, clock, () -> false, this::wait);

        assertThat(waits).containsExactly(Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofSeconds(1));
        threads.remove().run();
        assertThat(services).as("closed").isEmpty();
    }

    @Test
    void closesAtOnceWhenItIsInterrupted() {
        desks.add(desk);
        desk.add(1);

        desks.finish(LATEST, clock, () -> false, time -> {
            throw new InterruptedException();
        });

        assertThat(Thread.interrupted()).isTrue();
        assertThat(desk.isBusy()).as("claimed, and not served").isTrue();
        threads.remove().run();
        assertThat(services).isEmpty();
    }
}
