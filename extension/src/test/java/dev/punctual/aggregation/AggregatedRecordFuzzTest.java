package dev.punctual.aggregation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import com.code_intelligence.jazzer.junit.FuzzTest;

import dev.punctual.spi.UndecodableException;

/** The corpus says what the message of a record is; its magic number and checksum are made right, so that it is looked at. */
class AggregatedRecordFuzzTest {

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesEachMessage(byte[] message) {
        byte[] record = new RawMessage().raw(message).toRecord();
        List<AggregatedEvent> events;
        try {
            events = AggregatedRecord.read(record);
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).contains("an aggregated record");
            return;
        }
        assertThat(events).isNotEmpty();
        assertThat(events.stream().mapToLong(event -> event.data().length).sum()).isLessThan(record.length);
        assertWrittenAgain(events);
    }

    @FuzzTest(maxDuration = "10s")
    void readsOrRefusesEachRecord(byte[] record) {
        try {
            assertThat(AggregatedRecord.read(record)).isNotEmpty();
        } catch (UndecodableException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    private static void assertWrittenAgain(List<AggregatedEvent> events) {
        AggregateWriter writer = new AggregateWriter();
        for (AggregatedEvent event : events) {
            // Readers hand on what they are given; writers write numbers only.
            String hashKey = event.explicitHashKey().matches("[0-9]{1,38}") ? event.explicitHashKey() : "";
            int announced = writer.sizeWith(event.partitionKey(), hashKey, event.data().length);
            writer.add(event.partitionKey(), hashKey, event.data());
            assertThat(writer.size()).isEqualTo(announced);
        }
        byte[] written = writer.toBytes();
        assertThat(written).hasSize(writer.size());
        try {
            assertThat(AggregatedRecord.read(written)).extracting(AggregatedEvent::data)
                    .containsExactlyElementsOf(events.stream().map(AggregatedEvent::data).toList());
        } catch (UndecodableException e) {
            throw new AssertionError("what was written could not be read", e);
        }
    }
}
