package dev.punctual.local.kinesis;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Constraints;
import dev.punctual.testkit.stream.ShardDescription;

/** What the ShardFilter of ListShards lets pass. */
final class ShardFilters {

    private ShardFilters() {
    }

    static List<ShardDescription> apply(ShardShapes.@Nullable ShardFilter filter, List<ShardDescription> shards) {
        if (filter == null) {
            return shards;
        }
        String type = Constraints.required(filter.type(), "shardFilter.type");
        return switch (type) {
            case "FROM_TRIM_HORIZON" -> shards;
            case "AT_LATEST" -> shards.stream().filter(ShardDescription::isOpen).toList();
            case "AT_TRIM_HORIZON" -> oldest(shards);
            case "AFTER_SHARD_ID" -> after(Constraints.required(filter.shardId(), "shardFilter.shardId"), shards);
            default -> throw Constraints.violated("'" + type + "'", "shardFilter.type", "Member must be one of"
                    + " FROM_TRIM_HORIZON, AT_TRIM_HORIZON, AT_LATEST, AFTER_SHARD_ID; the local endpoints have no others");
        };
    }

    /** Those whose parents have aged out, or never were. */
    private static List<ShardDescription> oldest(List<ShardDescription> shards) {
        Set<String> ids = shards.stream().map(ShardDescription::id).collect(Collectors.toSet());
        return shards.stream().filter(shard -> shard.parentId().filter(ids::contains).isEmpty()
                && shard.adjacentParentId().filter(ids::contains).isEmpty()).toList();
    }

    private static List<ShardDescription> after(String id, List<ShardDescription> shards) {
        return shards.stream().filter(shard -> shard.id().compareTo(id) > 0).toList();
    }
}
