package dev.punctual.testkit.stream;

import static dev.punctual.testkit.stream.StreamFixture.STREAM;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigInteger;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.aws.AwsException;

class StreamLifecycleTest {

    private final StreamFixture streams = StreamFixture.withShards(3);

    @Test
    void describesAStreamWithItsShardsCoveringAllHashKeys() {
        var description = streams.service.describeStream(STREAM);

        assertThat(description.arn()).isEqualTo("arn:aws:kinesis:us-east-1:000000000000:stream/orders");
        assertThat(description.openShardCount()).isEqualTo(3);
        assertThat(description.retention()).isEqualTo(Duration.ofHours(24));
        var shards = description.shards();
        assertThat(shards.get(0).hashKeys().start()).isZero();
        assertThat(shards.get(1).hashKeys().start()).isEqualTo(shards.get(0).hashKeys().end().add(BigInteger.ONE));
        assertThat(shards.get(2).hashKeys().end()).isEqualTo(HashKeyRange.MAX);
    }

    @Test
    void listsStreamsByName() {
        streams.service.createStream("menus", 1);

        assertThat(streams.service.listStreams()).containsExactly("menus", "orders");
    }

    @Test
    void refusesASecondStreamOfTheSameName() {
        assertThatThrownBy(() -> streams.service.createStream(STREAM, 1)).isInstanceOf(KinesisException.ResourceInUse.class)
                .extracting(e -> ((AwsException) e).code()).isEqualTo("ResourceInUseException");
    }

    @Test
    void knowsADeletedStreamNoMore() {
        var iterator = streams.iterator(new IteratorPosition.Latest());

        streams.service.deleteStream(STREAM);

        assertThatThrownBy(() -> streams.service.describeStream(STREAM)).isInstanceOf(KinesisException.ResourceNotFound.class);
        assertThatThrownBy(() -> streams.service.getRecords(iterator, 1)).isInstanceOf(KinesisException.ResourceNotFound.class);
    }

    @Test
    void refusesTheIteratorsOfAFormerStreamOfTheSameName() {
        var iterator = streams.iterator(new IteratorPosition.Latest());
        streams.service.deleteStream(STREAM);

        streams.service.createStream(STREAM, 1);

        assertThatThrownBy(() -> streams.service.getRecords(iterator, 1)).isInstanceOf(KinesisException.InvalidArgument.class)
                .hasMessageContaining("was deleted");
    }

    @Test
    void refusesBadNamesAndCounts() {
        assertThatThrownBy(() -> streams.service.createStream("no spaces", 1)).hasMessageContaining("'no spaces'");
        assertThatThrownBy(() -> streams.service.createStream("none", 0)).hasMessageContaining("ShardCount must be 1");
        assertThatThrownBy(() -> streams.service.setRetention(STREAM, Duration.ofHours(23))).hasMessageContaining("24 to 8760");
        assertThatThrownBy(() -> streams.service.updateMaxRecordSize(STREAM, 11 * 1024 * 1024))
                .isInstanceOf(KinesisException.InvalidArgument.class).hasMessageContaining("was 11534336");
    }
}
