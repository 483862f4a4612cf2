package dev.punctual.testkit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.testkit.queue.SendRequest;

/** A message is fetched as soon as it can be: retries that come late would miss their deadlines. */
class QueuePromptnessTest {

    private static final String QUEUE = "retries";
    private static final Duration PROMPT = Duration.ofMillis(100);

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    @BeforeEach
    void createQueue() {
        world.queues.createQueue(QUEUE, Map.of());
    }

    @ParameterizedTest
    @ValueSource(ints = { 0, 1, 19, 20, 21, 45, 900 })
    void fetchesADelayedMessageWhenItsDelayEnds(int delay) {
        start(QueueMappingSettings.of(QUEUE));
        world.pass(Duration.ofMillis(7_350));
        var due = world.time.instant().plusSeconds(delay);
        world.queues.sendMessage(QUEUE, SendRequest.of("a").delayed(Duration.ofSeconds(delay)));

        world.passSeconds(delay + 1);

        assertThat(world.function.times()).singleElement().satisfies(at -> assertPrompt(at, due));
    }

    @Test
    void fetchesAFailedMessageWhenItsVisibilityTimeoutEnds() {
        world.function.behaviour = event -> world.function.events.size() < 3 ? FakeFunction.error() : FakeFunction.answer("");
        start(QueueMappingSettings.of(QUEUE));
        var sent = world.time.instant();
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));

        world.passSeconds(120);

        var times = world.function.times();
        assertThat(times).hasSize(3);
        assertPrompt(times.get(1), sent.plusSeconds(30));
        assertPrompt(times.get(2), sent.plusSeconds(60));
    }

    @Test
    void fetchesAWaitingMessageWhenAnInvocationEnds() {
        world.function.duration = Duration.ofSeconds(4);
        List.of("a", "b", "c").forEach(body -> world.queues.sendMessage(QUEUE, SendRequest.of(body)));
        var sent = world.time.instant();

        start(QueueMappingSettings.of(QUEUE).batchSize(1).maximumConcurrency(2));
        world.passSeconds(10);

        assertPrompt(world.function.times().get(2), sent.plusSeconds(4));
    }

    @Test
    void sendsAnIncompleteBatchWhenItsWindowEnds() {
        start(QueueMappingSettings.of(QUEUE).batchSize(100).batchingWindow(Duration.ofSeconds(3)));
        world.pass(Duration.ofMillis(500));
        var first = world.time.instant();
        world.queues.sendMessage(QUEUE, SendRequest.of("a"));
        world.passSeconds(2);
        world.queues.sendMessage(QUEUE, SendRequest.of("b"));

        world.passSeconds(10);

        assertThat(world.function.batches()).containsExactly(List.of("a", "b"));
        assertPrompt(world.function.times().get(0), first.plusSeconds(3));
    }

    private void start(QueueMappingSettings.Builder settings) {
        new QueueMapping(settings.build(), world.queues, world.function, world.time).start();
    }

    private static void assertPrompt(Instant at, Instant due) {
        assertThat(Duration.between(due, at)).isBetween(Duration.ZERO, PROMPT);
    }
}
