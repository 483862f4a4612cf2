package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.time.Scheduler;

/** Timers and the wall clock tick apart, so a timer may ring just before the instant it was set for. */
class EarlyTimerTest {

    private static final Duration WINDOW = Duration.ofSeconds(3);

    private final StreamMappingFixture world = new StreamMappingFixture(1);
    private final Scheduler early = new Early(world.time);

    @Test
    void aQueuesWindowStillEndsOnTime() {
        world.queues.createQueue("retries", Map.of());
        new QueueMapping(QueueMappingSettings.of("retries").batchSize(100).batchingWindow(WINDOW).build(), world.queues,
                world.function, early).start();
        world.queues.sendMessage("retries", SendRequest.of("a"));

        world.passSeconds(4);

        assertThat(world.function.batches()).containsExactly(List.of("a"));
    }

    @Test
    void aStreamsWindowStillEndsOnTime() {
        world.putAll("1");
        new StreamMapping(settings().batchingWindow(WINDOW).build(), world.streams, world.queues, world.function, early,
                new SplittableRandom(3)).start();

        world.passSeconds(4);

        world.assertHandledInOrder("1");
    }

    private record Early(Scheduler scheduler) implements Scheduler {

        private static final Duration TICK = Duration.ofMillis(1);

        @Override
        public Instant instant() {
            return scheduler.instant();
        }

        @Override
        public Task schedule(Duration delay, Runnable task) {
            return scheduler.schedule(delay.compareTo(TICK) > 0 ? delay.minus(TICK) : delay, task);
        }
    }
}
