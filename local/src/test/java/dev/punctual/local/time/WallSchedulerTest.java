package dev.punctual.local.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.testkit.time.Scheduler;

class WallSchedulerTest {

    private final WallScheduler scheduler = new WallScheduler();

    @AfterEach
    void close() {
        scheduler.close();
    }

    @Test
    void runsATaskAfterItsDelayOnADaemonThread() throws Exception {
        Instant before = scheduler.instant();
        CompletableFuture<Thread> ran = new CompletableFuture<>();

        scheduler.schedule(Duration.ofMillis(20), () -> ran.complete(Thread.currentThread()));

        Thread thread = ran.get(5, TimeUnit.SECONDS);
        assertThat(thread.isDaemon()).isTrue();
        assertThat(scheduler.instant()).isAfterOrEqualTo(before.plusMillis(20));
    }

    @Test
    void doesNotRunATaskThatWasCalledOff() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        AtomicBoolean ran = new AtomicBoolean();
        CompletableFuture<Boolean> later = new CompletableFuture<>();
        scheduler.schedule(Duration.ZERO, () -> holdUp(busy));

        Scheduler.Task task = scheduler.schedule(Duration.ZERO, () -> ran.set(true));
        scheduler.schedule(Duration.ZERO, () -> later.complete(true));
        task.cancel();
        busy.countDown();

        assertThat(later.get(5, TimeUnit.SECONDS)).isTrue();
        assertThat(ran).isFalse();
    }

    @Test
    void goesOnAfterATaskThatThrows() throws Exception {
        CompletableFuture<Boolean> second = new CompletableFuture<>();

        scheduler.schedule(Duration.ZERO, () -> {
            throw new IllegalStateException("thrown by a test");
        });
        scheduler.schedule(Duration.ZERO, () -> second.complete(true));

        assertThat(second.get(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void refusesANegativeDelayAndTasksAfterItsClose() {
        assertThatThrownBy(() -> scheduler.schedule(Duration.ofSeconds(-1), () -> {
        })).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("PT-1S");

        scheduler.close();

        assertThatThrownBy(() -> scheduler.schedule(Duration.ZERO, () -> {
        })).isInstanceOf(RejectedExecutionException.class);
    }

    private static void holdUp(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
