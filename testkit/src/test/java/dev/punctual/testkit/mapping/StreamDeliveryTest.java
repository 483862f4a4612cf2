package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.STREAM;
import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.PutEntry;

class StreamDeliveryTest {

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    @Test
    void readsEachShardOnceASecond() {
        var reads = new AtomicInteger();
        world.faults
                .order(FaultRule.at("kinesis:GetRecords", Trigger.when(call -> reads.incrementAndGet() < 0), Fault.throttle()));
        world.start(settings());

        world.passSeconds(10);

        assertThat(reads).hasValue(11);
    }

    @Test
    void sendsOneBatchAtATimeAndInOrder() {
        world.function.duration = Duration.ofSeconds(5);
        world.start(settings().batchSize(2));
        world.putAll("1", "2", "3", "4", "5");

        world.passSeconds(20);

        assertThat(world.function.batches()).containsExactly(List.of("1", "2"), List.of("3", "4"), List.of("5"));
        assertThat(world.function.mostRunning).isEqualTo(1);
    }

    @Test
    void readsShardsIndependently() {
        var two = new StreamMappingFixture(2);
        two.function.duration = Duration.ofSeconds(30);
        two.start(settings());
        IntStream.range(0, 20).forEach(i -> two.put("key" + i, "x"));

        two.passSeconds(1);

        assertThat(two.function.mostRunning).isEqualTo(2);
    }

    @Test
    void waitsForTheBatchingWindowUnlessTheBatchIsFull() {
        world.start(settings().batchSize(3).batchingWindow(Duration.ofSeconds(10)));
        world.passSeconds(1);
        world.putAll("1");
        world.passSeconds(10);
        assertThat(world.function.events).isEmpty();
        world.passSeconds(1);
        assertThat(world.function.batches()).containsExactly(List.of("1"));

        world.putAll("2", "3", "4", "5");
        world.passSeconds(1);

        assertThat(world.function.batches()).containsExactly(List.of("1"), List.of("2", "3", "4"));
    }

    @Test
    void keepsAnEventBelowSixMebibytes() {
        for (int i = 0; i < 6; i++) {
            world.streams.putRecord(STREAM, PutEntry.of("k", new byte[1024 * 1024 - 1]));
        }
        world.start(settings());

        world.passSeconds(1);

        assertThat(world.function.events).extracting(event -> event.records().size()).containsExactly(4, 2);
        assertThat(world.function.events).allSatisfy(event -> assertThat(event.size()).isLessThanOrEqualTo(6 * 1024 * 1024));
    }

    @Test
    void invokesInParallelByPartitionKeyAndKeepsEachKeysOrder() {
        world.function.duration = Duration.ofSeconds(3);
        world.start(settings().batchSize(1).parallelizationFactor(4));
        for (int round = 0; round < 3; round++) {
            for (int key = 0; key < 8; key++) {
                world.put("key" + key, "key" + key + "-" + round);
            }
        }

        world.passSeconds(120);

        var texts = world.function.batches().stream().flatMap(List::stream).toList();
        assertThat(texts).hasSize(24);
        assertThat(IntStream.range(0, 8)).allSatisfy(key -> assertThat(texts).filteredOn(text -> text.startsWith("key" + key))
                .containsExactly("key" + key + "-0", "key" + key + "-1", "key" + key + "-2"));
        assertThat(world.function.mostRunning).isBetween(2, 4);
    }

    @Test
    void startsAtTheTrimHorizonTheLatestOrATimestamp() {
        world.putAll("old");
        world.passSeconds(10);
        var later = world.time.instant();
        world.putAll("young");
        world.passSeconds(1);
        var latest = new FakeFunction(world.time);
        var timestamp = new FakeFunction(world.time);

        world.start(settings());
        world.start(settings().startingPosition(new IteratorPosition.Latest()), latest);
        world.start(settings().startingPosition(new IteratorPosition.AtTimestamp(later)), timestamp);
        world.passSeconds(1);
        world.putAll("new");
        world.passSeconds(1);

        world.assertHandledInOrder("old", "young", "new");
        assertThat(latest.batches()).containsExactly(List.of("new"));
        assertThat(timestamp.batches()).containsExactly(List.of("young"), List.of("new"));
    }

    @Test
    void drainsParentsBeforeChildrenAfterAReshard() {
        world.function.duration = Duration.ofSeconds(10);
        world.putAll("parent");
        world.start(settings());
        world.passSeconds(1);
        world.streams.updateShardCount(STREAM, 2);
        world.putAll("child");

        world.passSeconds(9);
        assertThat(world.function.batches()).containsExactly(List.of("parent"));
        world.streams.updateShardCount(STREAM, 1);
        world.putAll("grandchild");
        world.passSeconds(60);

        world.assertHandledInOrder("parent", "child", "grandchild");
    }

    @Test
    void readsShardsThatAreMadeLaterWholeWhenStartedFromTheLatest() {
        world.putAll("old");
        world.start(settings().startingPosition(new IteratorPosition.Latest()));
        world.passSeconds(1);
        world.streams.updateShardCount(STREAM, 2);
        world.putAll("first in child");

        world.passSeconds(3);

        world.assertHandledInOrder("first in child");
    }

    @Test
    void goesOnAfterItsIteratorExpired() {
        var mapping = world.start(settings());
        world.putAll("1");
        world.passSeconds(1);
        world.faults.order(FaultRule.at("kinesis:GetRecords", Trigger.next(400), Fault.throttle()));
        world.putAll("2");

        world.passSeconds(410);

        world.assertHandledInOrder("1", "2");
        assertThat(mapping.progress().lastError()).hasValueSatisfying(error -> assertThat(error).startsWith("ExpiredIterator"));
    }

    @Test
    void goesOnAfterTheSourceRefusedIt() {
        world.faults.order(FaultRule.at("kinesis:DescribeStream", Trigger.next(2), Fault.throttle()));
        world.faults.order(FaultRule.at("kinesis:GetShardIterator", Trigger.next(2), Fault.throttle()));
        world.faults.order(FaultRule.at("kinesis:GetRecords", Trigger.next(2), Fault.internalFailure()));
        var mapping = world.start(settings());
        world.putAll("1");

        world.passSeconds(5);
        assertThat(world.function.events).isEmpty();
        world.passSeconds(1);

        world.assertHandledInOrder("1");
        assertThat(mapping.progress().lastError())
                .hasValueSatisfying(error -> assertThat(error).startsWith("InternalFailure: "));
    }

    @Test
    void waitsOutTheLatencyOfReads() {
        world.faults.order(FaultRule.at("kinesis:GetRecords", Trigger.call(1), Fault.latency(Duration.ofSeconds(7))));
        world.start(settings());
        world.putAll("1");

        world.pass(Duration.ofMillis(6_999));
        assertThat(world.function.events).isEmpty();
        world.pass(Duration.ofMillis(1));

        world.assertHandledInOrder("1");
    }

    @Test
    void stopsBetweenInvocationsAndGoesOnWhereItStopped() {
        world.function.duration = Duration.ofSeconds(2);
        var mapping = world.start(settings().batchSize(1));
        world.putAll("1", "2");
        world.passSeconds(1);

        mapping.stop();
        world.passSeconds(10);
        assertThat(world.function.batches()).containsExactly(List.of("1"));
        assertThat(mapping.progress().itemsDone()).isEqualTo(1);
        mapping.start();
        world.passSeconds(10);

        world.assertHandledInOrder("1", "2");
    }

    @Test
    void showsItsProgress() {
        world.function.duration = Duration.ofSeconds(2);
        world.putAll("1", "2", "3");
        world.passSeconds(5);
        var mapping = world.start(settings().batchSize(2));

        world.pass(Duration.ofMillis(100));
        assertThat(mapping.progress().inFlight()).isEqualTo(1);
        assertThat(mapping.progress().buffered()).isEqualTo(1);
        assertThat(mapping.progress().iteratorAge()).isEqualTo(Duration.ofSeconds(5));
        assertThat(mapping.progress().isIdle()).isFalse();
        world.passSeconds(10);

        var progress = mapping.progress();
        assertThat(progress.invocations()).isEqualTo(2);
        assertThat(progress.itemsDone()).isEqualTo(3);
        assertThat(progress.isIdle()).isTrue();
        assertThat(progress.lastResult()).isPresent();
    }
}
