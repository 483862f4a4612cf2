package dev.punctual.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CompletionException;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.PublishException;
import dev.punctual.publish.FakeStream.Fate;
import dev.punctual.publish.StreamSettings.Aggregation;
import dev.punctual.spi.PutUnits;
import dev.punctual.spi.StreamEntry;

class StreamLaneTest {

    private static final Duration CALL = Duration.ofMillis(10);

    private final FakeStream stream = new FakeStream(4);
    private VirtualLane lane = lane(StreamSettings.DEFAULT);

    private VirtualLane lane(StreamSettings settings) {
        return new VirtualLane(settings, stream, new SplittableRandom(1), () -> CALL);
    }

    private Publication put(String key, String id, int bytes) {
        Publication event = new Publication(new OutboundEvent(id, key, new byte[bytes]), lane.now.plusSeconds(10));
        assertThat(lane.offer(event)).isTrue();
        return event;
    }

    private List<Publication> putMany(int count, int keys, int bytes) {
        return IntStream.range(0, count).mapToObj(i -> put("key" + i % keys, "e" + i, bytes)).toList();
    }

    @Test
    void gathersEventsWhileACallIsUnderWay() {
        putMany(100, 100, 10);

        lane.advance(Duration.ofSeconds(1));

        assertThat(stream.calls).extracting(List::size).containsExactly(1, 1, 98);
    }

    @Test
    void sendsOneRecordOfAKeyAtATime() {
        putMany(5, 1, 10);

        lane.advance(Duration.ofSeconds(1));

        assertThat(stream.calls).extracting(List::size).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void fillsCallsToTheirLimitsWhereOrderDoesNotMatter() {
        lane = lane(StreamSettings.DEFAULT.ordered(false).buffer(10_000, 100 << 20));

        putMany(1_002, 1, 100);
        lane.advance(Duration.ofSeconds(1));

        assertThat(stream.calls).extracting(List::size).containsExactly(1, 1, 500, 500);
    }

    @Test
    void keepsCallsBelowTenMebibytes() {
        lane = lane(StreamSettings.DEFAULT.buffer(10_000, 100 << 20));

        putMany(32, 32, 1_000_000);
        lane.advance(Duration.ofSeconds(1));

        assertThat(stream.calls).extracting(List::size).containsExactly(1, 1, 10, 10, 10);
    }

    @Test
    void sendsAgainOnlyWhatFailed() {
        putMany(2, 2, 10);
        lane.advance(CALL);
        stream.calls.clear();
        stream.fate = entry -> entry.partitionKey().equals("key7") && stream.calls.size() == 1 ? Fate.THROTTLE : Fate.ACCEPT;

        List<Publication> events = putMany(10, 10, 10);
        lane.advance(Duration.ofSeconds(5));

        assertThat(events).allMatch(event -> event.done.isDone() && !event.done.isCompletedExceptionally());
        assertThat(stream.events()).hasSize(12);
    }

    @Test
    void givesUpWhatIsBehindALostEventOfItsKeyAndNothingElse() {
        stream.fate = entry -> entry.partitionKey().equals("a") ? Fate.REFUSE_FOR_GOOD : Fate.ACCEPT;

        Publication first = put("a", "a1", 10);
        Publication second = put("a", "a2", 10);
        Publication other = put("b", "b1", 10);
        lane.advance(Duration.ofSeconds(1));

        assertThatThrownBy(first.done::join).isInstanceOf(CompletionException.class).cause()
                .isInstanceOfSatisfying(PublishException.class, e -> assertThat(e.notAccepted()).containsExactly("a1"))
                .hasMessage("event a1 was not published: no such stream");
        assertThatThrownBy(second.done::join)
                .hasMessageContaining("an earlier event of its partition key was not: no such stream");
        assertThat(other.done).isCompleted();
    }

    @Test
    void givesUpAfterTheLastAttempt() {
        lane = lane(StreamSettings.DEFAULT.patience(Duration.ofMinutes(1), 3));
        stream.fate = entry -> Fate.THROTTLE;

        Publication event = put("a", "a1", 10);
        lane.advance(Duration.ofMinutes(1));

        assertThat(stream.calls).hasSize(3);
        assertThatThrownBy(event.done::join).hasMessageContaining("it was refused 3 times, at last: throttled");
    }

    @Test
    void isFullUntilEventsAreAccepted() {
        lane = lane(StreamSettings.DEFAULT.buffer(2, 1 << 20));
        putMany(2, 2, 10);

        boolean third = lane.offer(new Publication(new OutboundEvent("e3", "c", new byte[1]), lane.now.plusSeconds(1)));
        lane.advance(CALL);

        assertThat(third).isFalse();
        put("c", "e3", 1);
    }

    @Test
    void packsEventsOfAShardUpToAPutUnit() {
        lane = lane(StreamSettings.DEFAULT.with(Aggregation.BY_SHARD));

        putMany(400, 400, 250);
        lane.advance(Duration.ofSeconds(1));

        List<StreamEntry> entries = stream.calls.stream().flatMap(List::stream).toList();
        assertThat(stream.events()).hasSize(400);
        assertThat(entries).hasSizeLessThan(12).allMatch(entry -> entry.data().length <= PutUnits.BYTES);
    }

    @Test
    void packsEventsOfOneKeyOnlyWhileTheShardsAreNotKnown() {
        stream.ranges = List.of();
        lane = lane(StreamSettings.DEFAULT.with(Aggregation.BY_SHARD));

        putMany(40, 4, 250);
        lane.advance(Duration.ofSeconds(1));

        assertThat(stream.calls.stream().flatMap(List::stream)).hasSize(4)
                .allMatch(entry -> FakeStream.events(entry).stream()
                        .allMatch(event -> event.partitionKey().equals(entry.partitionKey())));
    }

    @Test
    void learnsAnewWhenTheStreamWasResharded() {
        lane = lane(StreamSettings.DEFAULT.with(Aggregation.BY_SHARD));
        putMany(40, 40, 10);
        lane.advance(Duration.ofSeconds(1));
        stream.reshard("child", 8);

        putMany(40, 40, 10);
        lane.advance(ShardKnowledge.PATIENCE);
        stream.byShard.clear();
        putMany(40, 40, 10);
        lane.advance(Duration.ofSeconds(1));

        assertThat(stream.shardQuestions).isEqualTo(2);
        ShardMap now = new ShardMap(stream.ranges);
        stream.byShard.forEach((shard, events) -> assertThat(events)
                .allMatch(event -> now.shardOf(event.partitionKey()).equals(shard)));
    }

    @Test
    void forgetsWhatItGaveUpAtOnce() {
        stream.fate = entry -> Fate.THROTTLE;
        Publication event = put("a", "a1", 10);
        put("a", "a2", 10);
        lane.advance(CALL);

        int given = lane.lane.abandon("closed");
        lane.lane.endings().forEach(StreamLane.Ending::tell);
        int calls = stream.calls.size();
        lane.advance(Duration.ofMinutes(1));

        assertThat(given).isEqualTo(2);
        assertThatThrownBy(event.done::join).hasMessageContaining("closed");
        assertThat(stream.calls).hasSize(calls);
        assertThat(lane.isIdle()).isTrue();
    }
}
