package dev.punctual.testkit.stream;

import static dev.punctual.testkit.stream.StreamFixture.STREAM;
import static dev.punctual.testkit.stream.StreamFixture.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;

import org.junit.jupiter.api.Test;

class ThroughputTest {

    private static final int HALF_MIB = 512 * 1024;

    private final StreamFixture streams = StreamFixture.withLimits(1);

    @Test
    void aShardTakesAThousandRecordsASecond() {
        var batch = Collections.nCopies(500, entry("k", "x"));
        streams.service.putRecords(STREAM, batch);
        streams.service.putRecords(STREAM, batch);

        assertThatThrownBy(() -> streams.put("k", "x")).isInstanceOf(KinesisException.ProvisionedThroughputExceeded.class);
        streams.time.advance(Duration.ofSeconds(1));

        assertThat(streams.service.putRecords(STREAM, batch)).allMatch(PutResult.Stored.class::isInstance);
    }

    @Test
    void aBatchFailsInPartWhenTheShardIsFull() {
        var large = Collections.nCopies(3, PutEntry.of("k", new byte[HALF_MIB - 1]));

        var results = streams.service.putRecords(STREAM, large);

        assertThat(results.subList(0, 2)).allMatch(PutResult.Stored.class::isInstance);
        assertThat(results.get(2)).isInstanceOfSatisfying(PutResult.Failed.class,
                failed -> assertThat(failed.errorCode()).isEqualTo("ProvisionedThroughputExceededException"));
    }

    @Test
    void aShardIsReadFiveTimesASecond() {
        var iterator = streams.iterator(new IteratorPosition.TrimHorizon());
        for (int i = 0; i < 5; i++) {
            streams.service.getRecords(iterator, 1);
        }

        assertThatThrownBy(() -> streams.service.getRecords(iterator, 1))
                .isInstanceOf(KinesisException.ProvisionedThroughputExceeded.class);
        streams.time.advance(Duration.ofMillis(200));

        assertThat(streams.service.getRecords(iterator, 1).records()).isEmpty();
    }

    @Test
    void aFullReadThrottlesTheReadsOfTheNextSeconds() {
        for (int i = 0; i < 10; i++) {
            streams.service.putRecord(STREAM, PutEntry.of("k", new byte[1024 * 1024 - 1]));
            streams.time.advance(Duration.ofSeconds(1));
        }
        assertThat(streams.read(new IteratorPosition.TrimHorizon()).records()).hasSize(10);

        streams.time.advance(Duration.ofSeconds(3));
        assertThatThrownBy(() -> streams.read(new IteratorPosition.TrimHorizon()))
                .isInstanceOf(KinesisException.ProvisionedThroughputExceeded.class);
        streams.time.advance(Duration.ofSeconds(2));

        assertThat(streams.read(new IteratorPosition.TrimHorizon()).records()).hasSize(10);
    }

    @Test
    void nothingIsLimitedUnlessAsked() {
        var unlimited = StreamFixture.withShards(1);
        var batch = Collections.nCopies(500, entry("k", "x"));

        for (int i = 0; i < 5; i++) {
            assertThat(unlimited.service.putRecords(STREAM, batch)).allMatch(PutResult.Stored.class::isInstance);
        }
    }
}
