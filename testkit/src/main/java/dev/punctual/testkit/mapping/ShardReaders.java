package dev.punctual.testkit.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.ShardDescription;
import dev.punctual.testkit.stream.StreamService;

/** The readers of a stream's shards; a shard is read once its parents are drained. Guarded by the mapping's lock. */
final class ShardReaders {

    private final LaneContext context;
    private final StreamService streams;
    private final Map<String, ShardReader> readers = new LinkedHashMap<>();
    private boolean discovered;

    ShardReaders(LaneContext context, StreamService streams) {
        this.context = context;
        this.streams = streams;
    }

    /** Takes note of the stream's shards: starts readers, ends those of shards that are gone with their records. */
    void discover(List<ShardDescription> shards) {
        var listed = shards.stream().map(ShardDescription::id).collect(Collectors.toSet());
        readers.entrySet().stream().filter(reader -> !listed.contains(reader.getKey())).map(Map.Entry::getValue)
                .forEach(ShardReader::end);
        for (var shard : shards) {
            if (!readers.containsKey(shard.id()) && parentsAreDrained(shard, listed)) {
                readers.put(shard.id(), reader(shard));
            }
        }
        readers.entrySet().removeIf(reader -> !listed.contains(reader.getKey()) && reader.getValue().isFinished());
        discovered = true;
    }

    private boolean parentsAreDrained(ShardDescription shard, Set<String> listed) {
        return Stream.concat(shard.parentId().stream(), shard.adjacentParentId().stream()).allMatch(parent -> {
            var reader = readers.get(parent);
            return reader == null ? !listed.contains(parent) : reader.isFinished();
        });
    }

    /** From LATEST on means: what shards have at the start is left out, and shards made later are read whole. */
    private ShardReader reader(ShardDescription shard) {
        var start = context.settings().startingPosition();
        var latest = start instanceof IteratorPosition.Latest;
        var position = latest && discovered ? new IteratorPosition.TrimHorizon() : start;
        var reader = new ShardReader(context, streams, shard.id(), position);
        if (latest && !discovered && !shard.isOpen()) {
            reader.end();
        }
        return reader;
    }

    void poll() {
        readers.values().forEach(ShardReader::poll);
    }

    void resume() {
        readers.values().forEach(ShardReader::resume);
    }

    int buffered() {
        return readers.values().stream().mapToInt(ShardReader::buffered).sum();
    }
}
