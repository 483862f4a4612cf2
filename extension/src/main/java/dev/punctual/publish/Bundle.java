package dev.punctual.publish;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import dev.punctual.aggregation.AggregateWriter;
import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.spi.PutUnits;
import dev.punctual.spi.StreamEntry;

/** A record in the making, of events that may share one; for one thread. */
final class Bundle {

    private final AggregateWriter writer = new AggregateWriter();
    private final List<Publication> publications = new ArrayList<>();
    private final Set<KeyLine> lines = new LinkedHashSet<>();
    private final String shardId;

    Bundle(String shardId) {
        this.shardId = shardId;
    }

    /** Whether the event fits: up to one put unit, more only for an event that is larger by itself. */
    boolean takes(Publication next) {
        return writer.isEmpty()
                || writer.count() < AggregatedRecord.MOST_EVENTS && sizeWith(next) <= PutUnits.BYTES;
    }

    /** How many bytes more the call has with the event, at most. */
    int growthWith(Publication next) {
        return writer.isEmpty() ? sizeWith(next) + OutboundEvent.keyBytes(next.event.partitionKey())
                : sizeWith(next) - writer.size();
    }

    private int sizeWith(Publication next) {
        return writer.sizeWith(next.event.partitionKey(), "", next.event.data().length);
    }

    boolean isEmpty() {
        return writer.isEmpty();
    }

    boolean holds(KeyLine line) {
        return lines.contains(line);
    }

    void add(KeyLine line, Publication publication) {
        writer.add(publication.event.partitionKey(), "", publication.event.data());
        publications.add(publication);
        lines.add(line);
    }

    /** An event alone goes as it is, unless a consumer would take it for an aggregate. */
    OutboundRecord close() {
        byte[] first = publications.get(0).event.data();
        byte[] data = publications.size() == 1 && !AggregatedRecord.is(first) ? first : writer.toBytes();
        return new OutboundRecord(new StreamEntry(writer.partitionKey(), data), publications, lines, shardId);
    }
}
