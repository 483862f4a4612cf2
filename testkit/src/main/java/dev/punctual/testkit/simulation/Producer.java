package dev.punctual.testkit.simulation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.testkit.stream.PartitionHash;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.ShardDescription;
import dev.punctual.testkit.stream.StreamService;

/**
 * Puts events as the Kinesis Producer Library does: in one record with others of the same shard, or, where the keys of a
 * shard go different ways behind it, of the same key.
 */
final class Producer {

    /** An event that the stream has taken, by its name. */
    record Taken(String event, PlannedEvent what) {
    }

    private final StreamService streams;
    private final boolean keysApart;
    private int records;

    Producer(StreamService streams, boolean keysApart) {
        this.streams = streams;
        this.keysApart = keysApart;
    }

    /** How many records the stream has taken. */
    int records() {
        return records;
    }

    List<Taken> put(PlannedPut planned) {
        return switch (planned.form()) {
            case PLAIN -> List.of(alone(planned.events().get(0)));
            case AGGREGATED -> aggregated(planned.events());
            case DAMAGED -> List.of(alone(damaged(planned.events())));
        };
    }

    private Taken alone(PlannedEvent event) {
        return new Taken(store(event.key(), event.data()), event);
    }

    private List<Taken> aggregated(List<PlannedEvent> events) {
        Map<String, List<PlannedEvent>> groups = new LinkedHashMap<>();
        events.forEach(event -> groups.computeIfAbsent(group(event.key()), group -> new ArrayList<>()).add(event));
        List<Taken> taken = new ArrayList<>();
        for (var group : groups.values()) {
            var record = store(group.get(0).key(), Aggregates.bytes(group));
            for (int i = 0; i < group.size(); i++) {
                taken.add(new Taken(record + ':' + i, group.get(i)));
            }
        }
        return taken;
    }

    private String group(String key) {
        var hash = PartitionHash.of(key);
        return keysApart ? key
                : streams.listShards(World.STREAM).stream().filter(shard -> shard.isOpen() && shard.hashKeys().contains(hash))
                        .map(ShardDescription::id).findFirst().orElseThrow();
    }

    private String store(String key, byte[] data) {
        var stored = streams.putRecord(World.STREAM, PutEntry.of(key, data));
        records++;
        return World.STREAM + '/' + stored.shardId() + ':' + stored.sequenceNumber();
    }

    private static PlannedEvent damaged(List<PlannedEvent> events) {
        var data = Aggregates.bytes(events);
        data[data.length - 1] ^= 1;
        return new PlannedEvent(events.get(0).key(), data);
    }
}
