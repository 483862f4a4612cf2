package dev.punctual.testkit.stream;

import static dev.punctual.testkit.stream.StreamFixture.FIRST_SHARD;
import static dev.punctual.testkit.stream.StreamFixture.STREAM;
import static dev.punctual.testkit.stream.StreamFixture.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;

import org.junit.jupiter.api.Test;

class GetRecordsTest {

    private static final IteratorPosition TRIM_HORIZON = new IteratorPosition.TrimHorizon();

    private final StreamFixture streams = StreamFixture.withShards(1);

    @Test
    void readsFromEachPosition() {
        streams.put("k", "one");
        streams.time.advance(Duration.ofSeconds(1));
        var two = streams.put("k", "two");
        var arrivalOfTwo = streams.time.instant();
        var latest = streams.iterator(new IteratorPosition.Latest());
        streams.time.advance(Duration.ofSeconds(1));
        streams.put("k", "three");

        assertThat(texts(streams.read(TRIM_HORIZON))).containsExactly("one", "two", "three");
        assertThat(texts(streams.service.getRecords(latest, 10))).containsExactly("three");
        assertThat(texts(streams.read(new IteratorPosition.AtSequenceNumber(two.sequenceNumber())))).containsExactly("two",
                "three");
        assertThat(texts(streams.read(new IteratorPosition.AfterSequenceNumber(two.sequenceNumber()))))
                .containsExactly("three");
        assertThat(texts(streams.read(new IteratorPosition.AtTimestamp(arrivalOfTwo)))).containsExactly("two", "three");
    }

    @Test
    void goesOnWhereThePageEndedAndTellsHowFarBehind() {
        streams.put("k", "one");
        streams.time.advance(Duration.ofSeconds(3));
        streams.put("k", "two");

        var first = streams.service.getRecords(streams.iterator(TRIM_HORIZON), 1);
        var second = streams.service.getRecords(first.nextIterator().orElseThrow(), 1);

        assertThat(texts(first)).containsExactly("one");
        assertThat(first.behindLatest()).isEqualTo(Duration.ofSeconds(3));
        assertThat(texts(second)).containsExactly("two");
        assertThat(second.behindLatest()).isZero();
    }

    @Test
    void endsAPageAtTenMebibytes() {
        for (int i = 0; i < 11; i++) {
            streams.service.putRecord(STREAM, PutEntry.of("k", new byte[1024 * 1024 - 1]));
        }

        var page = streams.read(TRIM_HORIZON);

        assertThat(page.records()).hasSize(10);
        assertThat(page.nextIterator()).isPresent();
    }

    @Test
    void refusesAnIteratorAfterFiveMinutes() {
        var iterator = streams.iterator(TRIM_HORIZON);

        streams.time.advance(Duration.ofMinutes(5));
        assertThat(streams.service.getRecords(iterator, 1).records()).isEmpty();
        streams.time.advance(Duration.ofMillis(1));

        assertThatThrownBy(() -> streams.service.getRecords(iterator, 1)).isInstanceOf(KinesisException.ExpiredIterator.class)
                .hasMessageContaining("tolerated delay of 300000 milliseconds");
    }

    @Test
    void dropsRecordsWhenRetentionRunsOutAndReadsOnAfterThem() {
        streams.put("k", "old");
        streams.time.advance(Duration.ofHours(23));
        streams.put("k", "young");
        var iterator = streams.iterator(TRIM_HORIZON);
        streams.time.advance(Duration.ofMinutes(4));

        assertThat(texts(streams.service.getRecords(iterator, 10))).containsExactly("old", "young");
        streams.time.advance(Duration.ofHours(1));

        assertThat(texts(streams.read(TRIM_HORIZON))).containsExactly("young");
    }

    @Test
    void keepsRecordsLongerWhenRetentionIsRaised() {
        streams.put("k", "old");
        streams.service.setRetention(STREAM, Duration.ofHours(48));

        streams.time.advance(Duration.ofHours(47));

        assertThat(texts(streams.read(TRIM_HORIZON))).containsExactly("old");
    }

    @Test
    void refusesPositionsThatCannotBe() {
        var future = new IteratorPosition.AtTimestamp(streams.time.instant().plusSeconds(1));

        assertThatThrownBy(() -> streams.iterator(future)).hasMessageContaining("lies in the future");
        assertThatThrownBy(() -> streams.iterator(new IteratorPosition.AtSequenceNumber("12")))
                .hasMessageContaining("did not come from shard " + FIRST_SHARD);
        assertThatThrownBy(() -> streams.iterator(new IteratorPosition.AtSequenceNumber("x")))
                .isInstanceOf(KinesisException.InvalidArgument.class).hasMessageContaining("'x' is invalid");
    }

    @Test
    void refusesBadLimitsShardsAndIterators() {
        var iterator = streams.iterator(TRIM_HORIZON);

        assertThatThrownBy(() -> streams.service.getRecords(iterator, 0)).hasMessageContaining("Limit must be 1 to 10000");
        assertThatThrownBy(() -> streams.service.getRecords(iterator, 10_001)).hasMessageContaining("was 10001");
        assertThatThrownBy(() -> streams.service.getRecords("?", 1)).hasMessageContaining("Invalid ShardIterator");
        assertThatThrownBy(() -> streams.service.getShardIterator(STREAM, "shardId-9", TRIM_HORIZON))
                .isInstanceOf(KinesisException.ResourceNotFound.class).hasMessageContaining("shardId-9");
    }
}
