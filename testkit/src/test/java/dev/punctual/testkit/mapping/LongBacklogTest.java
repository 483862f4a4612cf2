package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.STREAM;
import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.stream.PutEntry;

/** A mapping that has to give up or hand over very many batches in a row neither fails nor stands still. */
class LongBacklogTest {

    private static final int RECORDS = 10_000;

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    @Test
    void discardsTenThousandRecordsThatAreTooOldOneByOne() {
        putRecords();
        world.passSeconds(61);

        var mapping = world.start(settings().batchSize(1).maximumRecordAge(Duration.ofSeconds(60)));
        world.passSeconds(5);

        assertThat(mapping.progress().itemsDiscarded()).isEqualTo(RECORDS);
        assertThat(mapping.progress().isIdle()).isTrue();
        assertThat(world.function.events).isEmpty();
    }

    @Test
    void deliversTenThousandRecordsOneByOneToAFunctionThatAnswersAtOnce() {
        putRecords();

        var mapping = world.start(settings().batchSize(1));
        world.passSeconds(5);

        assertThat(mapping.progress().itemsDone()).isEqualTo(RECORDS);
    }

    @Test
    void deliversTenThousandRecordsInOneBatch() {
        putRecords();

        world.start(settings().batchSize(RECORDS));
        world.passSeconds(5);

        assertThat(world.function.events).singleElement().satisfies(event -> assertThat(event.records()).hasSize(RECORDS));
    }

    private void putRecords() {
        IntStream.range(0, RECORDS).forEach(i -> world.streams.putRecord(STREAM, PutEntry.of("key", new byte[] { 1 })));
    }
}
