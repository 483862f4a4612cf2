package dev.punctual.testkit.simulation;

import java.util.List;

import dev.punctual.aggregation.AggregateWriter;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.UndecodableException;

/** Records that hold several events. */
final class Aggregates {

    private Aggregates() {
    }

    static byte[] bytes(List<PlannedEvent> events) {
        var writer = new AggregateWriter();
        events.forEach(event -> writer.add(event.key(), "", event.data()));
        return writer.toBytes();
    }

    /** What a record holds: its events, or, where it does not hold several, itself. */
    static List<EventRecord> eventsOf(EventRecord record) {
        if (!AggregatedRecord.is(record.data())) {
            return List.of(record);
        }
        try {
            return AggregatedRecord.events(record);
        } catch (UndecodableException e) {
            return List.of(record);
        }
    }

    /** The name of the record that holds an event. */
    static String recordOf(String event) {
        int sub = event.indexOf(':', event.indexOf(':') + 1);
        return sub < 0 ? event : event.substring(0, sub);
    }
}
