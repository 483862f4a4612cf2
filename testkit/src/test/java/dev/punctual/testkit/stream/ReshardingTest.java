package dev.punctual.testkit.stream;

import static dev.punctual.testkit.stream.StreamFixture.FIRST_SHARD;
import static dev.punctual.testkit.stream.StreamFixture.STREAM;
import static dev.punctual.testkit.stream.StreamFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReshardingTest {

    private static final String HALF = BigInteger.TWO.pow(127).toString();

    private final StreamFixture streams = StreamFixture.withShards(1);

    @Test
    void splitClosesTheParentAndItsRecordsStayReadable() {
        streams.put("k", "before");

        streams.service.splitShard(STREAM, FIRST_SHARD, HALF);
        var page = streams.read(new IteratorPosition.TrimHorizon());

        var shards = streams.shards();
        assertThat(shards.get(0).isOpen()).isFalse();
        assertThat(shards.subList(1, 3)).allSatisfy(child -> assertThat(child.parentId()).contains(FIRST_SHARD));
        assertThat(texts(page)).containsExactly("before");
        assertThat(page.nextIterator()).isEmpty();
        assertThat(page.childShards()).isEqualTo(shards.subList(1, 3));
    }

    @Test
    void childrenStartAboveTheParentsEnd() {
        streams.put("k", "before");

        streams.service.splitShard(STREAM, FIRST_SHARD, HALF);

        var shards = streams.shards();
        var end = new BigInteger(shards.get(0).endingSequenceNumber().orElseThrow());
        assertThat(shards.subList(1, 3)).allSatisfy(
                child -> assertThat(new BigInteger(child.startingSequenceNumber())).isGreaterThan(end));
        assertThat(new BigInteger(streams.put("k", "after").sequenceNumber())).isGreaterThan(end);
    }

    @Test
    void mergeNamesBothParents() {
        streams.service.splitShard(STREAM, FIRST_SHARD, HALF);

        streams.service.mergeShards(STREAM, "shardId-000000000002", "shardId-000000000001");

        var merged = streams.shards().get(3);
        assertThat(merged.parentId()).contains("shardId-000000000002");
        assertThat(merged.adjacentParentId()).contains("shardId-000000000001");
        assertThat(merged.hashKeys()).isEqualTo(new HashKeyRange(BigInteger.ZERO, HashKeyRange.MAX));
    }

    @Test
    void aMergedShardStartsAboveTheEndOfBothParentsWhateverTheirAge() {
        var two = StreamFixture.withShards(2);
        two.service.splitShard(STREAM, "shardId-000000000001", BigInteger.TWO.pow(127).add(BigInteger.TWO).toString());

        two.service.mergeShards(STREAM, FIRST_SHARD, "shardId-000000000002");

        var shards = two.shards();
        var merged = new BigInteger(shards.get(4).startingSequenceNumber());
        assertThat(merged).isGreaterThan(new BigInteger(shards.get(0).endingSequenceNumber().orElseThrow()))
                .isGreaterThan(new BigInteger(shards.get(2).endingSequenceNumber().orElseThrow()));
    }

    @Test
    void closedShardsAreForgottenWhenRetentionRunsOut() {
        streams.service.splitShard(STREAM, FIRST_SHARD, HALF);

        streams.time.advance(Duration.ofHours(24).plusMillis(1));

        assertThat(streams.shards()).extracting(ShardDescription::id).containsExactly("shardId-000000000001",
                "shardId-000000000002");
    }

    @Test
    void refusesSplitsAndMergesThatDoNotFit() {
        var three = StreamFixture.withShards(3);

        assertThatThrownBy(() -> three.service.mergeShards(STREAM, FIRST_SHARD, "shardId-000000000002"))
                .isInstanceOf(KinesisException.InvalidArgument.class).hasMessageContaining("not an adjacent pair");
        assertThatThrownBy(() -> three.service.splitShard(STREAM, FIRST_SHARD, "0")).hasMessageContaining("cannot split");
        three.service.mergeShards(STREAM, FIRST_SHARD, "shardId-000000000001");
        assertThatThrownBy(() -> three.service.splitShard(STREAM, FIRST_SHARD, "5")).hasMessageContaining("is closed");
    }

    @ParameterizedTest
    @CsvSource({ "1, 2", "4, 2", "4, 8", "3, 5", "5, 3", "2, 3", "7, 7" })
    void updateShardCountEndsInUniformRanges(int from, int to) {
        var some = StreamFixture.withShards(from);

        var before = some.service.updateShardCount(STREAM, to);

        assertThat(before).isEqualTo(from);
        assertThat(some.service.describeStreamSummary(STREAM).openShardCount()).isEqualTo(to);
        var open = some.shards().stream().filter(ShardDescription::isOpen).map(ShardDescription::hashKeys);
        assertThat(open).containsExactlyInAnyOrderElementsOf(HashKeyRange.uniform(to));
    }

    @Test
    void updateShardCountRefusesMoreThanDoubleAndLessThanHalf() {
        var five = StreamFixture.withShards(5);

        assertThatThrownBy(() -> five.service.updateShardCount(STREAM, 11)).isInstanceOf(KinesisException.LimitExceeded.class)
                .hasMessageContaining("over double");
        assertThatThrownBy(() -> five.service.updateShardCount(STREAM, 2)).isInstanceOf(KinesisException.LimitExceeded.class)
                .hasMessageContaining("below half");
        five.service.updateShardCount(STREAM, 3);
        assertThat(five.service.describeStream(STREAM).openShardCount()).isEqualTo(3);
    }

    @Test
    void tenUpdatesADayAreAllowedWhenLimitsAreEnforced() {
        var limited = StreamFixture.withLimits(1);
        List.of(2, 1, 2, 1, 2, 1, 2, 1, 2, 1).forEach(count -> limited.service.updateShardCount(STREAM, count));

        assertThatThrownBy(() -> limited.service.updateShardCount(STREAM, 2)).isInstanceOf(KinesisException.LimitExceeded.class)
                .hasMessageContaining("10 times in the last 24 hours");
        limited.time.advance(Duration.ofHours(24));

        limited.service.updateShardCount(STREAM, 2);
        assertThat(limited.service.describeStream(STREAM).openShardCount()).isEqualTo(2);
    }
}
