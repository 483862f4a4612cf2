package dev.punctual.publish;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import dev.punctual.spi.PublishListener;
import dev.punctual.spi.PutUnits;
import dev.punctual.spi.StreamEntry;

/** A record that is sent until it is accepted or given up, its bytes the same each time. Guarded by its lane. */
final class OutboundRecord {

    final StreamEntry entry;
    final List<Publication> publications;
    /** Those that wait for it. */
    final Collection<KeyLine> lines;
    /** The shard it is for, or an empty string. */
    final String shardId;
    final int size;
    int attempts;
    Instant notBefore = Instant.MIN;

    OutboundRecord(StreamEntry entry, List<Publication> publications, Collection<KeyLine> lines, String shardId) {
        this.entry = entry;
        this.publications = publications;
        this.lines = lines;
        this.shardId = shardId;
        this.size = entry.data().length + OutboundEvent.keyBytes(entry.partitionKey());
    }

    /** When the first of its events must be given up. */
    Instant giveUpAt() {
        return publications.stream().map(publication -> publication.giveUpAt).min(Instant::compareTo).orElse(Instant.MAX);
    }

    PublishListener.Accepted bill() {
        int alone = publications.stream().mapToInt(publication -> PutUnits.of(publication.event.data().length)).sum();
        int bytes = entry.data().length;
        return new PublishListener.Accepted(publications.size(), bytes, PutUnits.of(bytes), alone);
    }
}
