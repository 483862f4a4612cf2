package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.DISCARDED;
import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.time.Scheduler;

/** What stopping and starting a mapping does to what it is about. */
class MappingLifecycleTest {

    private static final String QUEUE = "retries";

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    @BeforeEach
    void createQueue() {
        world.queues.createQueue(QUEUE, Map.of());
    }

    @Test
    void aStoppedQueueMappingRepeatsNoThrottledInvocation() {
        world.function.behaviour = event -> new InvocationResult.Throttled();
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));
        var mapping = startQueueMapping();
        world.pass(Duration.ofMillis(100));

        mapping.stop();
        world.passSeconds(20);

        assertThat(world.function.events).hasSize(1);
        assertThat(mapping.progress().inFlight()).isZero();
    }

    @Test
    void aQueueMappingThatGoesOnGetsTheThrottledMessagesAgain() {
        world.function.behaviour = event -> world.function.events.size() == 1 ? new InvocationResult.Throttled()
                : FakeFunction.answer("");
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));
        var mapping = startQueueMapping();
        world.pass(Duration.ofMillis(100));
        mapping.stop();
        world.passSeconds(5);

        mapping.start();
        world.passSeconds(30);

        assertThat(world.function.batches()).containsExactly(List.of("a"), List.of("a"));
        assertThat(mapping.progress().itemsDone()).isEqualTo(1);
    }

    @Test
    void aStoppedQueueMappingLetsTheRunningInvocationEndAndDeletesWhatItHandled() {
        world.function.duration = Duration.ofSeconds(10);
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));
        var mapping = startQueueMapping();
        world.passSeconds(1);

        mapping.stop();
        world.passSeconds(60);

        assertThat(mapping.progress().itemsDone()).isEqualTo(1);
        assertThat(world.queues.getAttributes(QUEUE)).containsEntry("ApproximateNumberOfMessages", "0")
                .containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    }

    @Test
    void aStoppedStreamMappingStillTellsItsDestination() {
        world.function.duration = Duration.ofSeconds(10);
        world.function.behaviour = event -> FakeFunction.error();
        world.putAll("poison");
        var mapping = world.start(settings().maximumRetryAttempts(0).onFailureQueue(DISCARDED));
        world.passSeconds(1);

        mapping.stop();
        world.passSeconds(60);

        assertThat(world.discarded()).hasSize(1);
    }

    @Test
    void aMappingThatIsRestartedAtOnceStillReadsOnceASecond() {
        var reads = new AtomicInteger();
        world.faults.order(
                FaultRule.at("kinesis:GetRecords", Trigger.when(call -> reads.incrementAndGet() < 0), Fault.throttle()));
        var mapping = new StreamMapping(settings().build(), world.streams, world.queues, world.function,
                new TooLate(world.time),
                new SplittableRandom(3));
        mapping.start();
        world.passSeconds(1);

        mapping.stop();
        mapping.start();
        world.passSeconds(1);
        reads.set(0);
        world.passSeconds(10);

        assertThat(reads).hasValue(10);
    }

    @Test
    void aQueueMappingIsNotIdleBeforeItHasDeletedWhatWasHandled() {
        world.faults.order(FaultRule.at("sqs:DeleteMessageBatch", Trigger.next(2), Fault.throttle()));
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));
        var mapping = startQueueMapping();

        world.time.runUntil(() -> mapping.progress().itemsDone() == 1, Duration.ofSeconds(5));
        assertThat(mapping.progress().isIdle()).isFalse();
        assertThat(world.time.runUntil(() -> mapping.progress().isIdle(), Duration.ofSeconds(5))).isTrue();

        assertThat(world.queues.getAttributes(QUEUE)).containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    }

    @Test
    void aQueueMappingIsIdleOnceItGaveUpDeletingAndHandlesTheMessageAgain() {
        world.faults.order(FaultRule.at("sqs:DeleteMessageBatch", Trigger.next(3), Fault.throttle()));
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));
        var mapping = startQueueMapping();

        world.passSeconds(10);
        assertThat(mapping.progress().isIdle()).isTrue();
        world.passSeconds(30);

        assertThat(world.function.batches()).containsExactly(List.of("a"), List.of("a"));
        assertThat(world.queues.getAttributes(QUEUE)).containsEntry("ApproximateNumberOfMessagesNotVisible", "0");
    }

    private QueueMapping startQueueMapping() {
        var mapping = new QueueMapping(QueueMappingSettings.of(QUEUE).build(), world.queues, world.function, world.time);
        mapping.start();
        return mapping;
    }

    /** A scheduler whose tasks are always just starting when they are called off, as threads may have it. */
    private record TooLate(Scheduler scheduler) implements Scheduler {

        @Override
        public Instant instant() {
            return scheduler.instant();
        }

        @Override
        public Task schedule(Duration delay, Runnable task) {
            scheduler.schedule(delay, task);
            return () -> {
                // too late
            };
        }
    }
}
