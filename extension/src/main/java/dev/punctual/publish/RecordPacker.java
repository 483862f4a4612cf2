package dev.punctual.publish;

import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.publish.StreamSettings.Aggregation;

/**
 * Makes the records of one call out of the lines that are ready, the longest waiting first. Where order matters, a line has
 * one record in the call, and is busy until that is settled.
 */
final class RecordPacker {

    private final StreamSettings settings;
    private final ShardMap shards;
    private final CallBudget budget;
    private final List<OutboundRecord> closed = new ArrayList<>();
    private final Map<String, Bundle> open = new LinkedHashMap<>();

    RecordPacker(StreamSettings settings, ShardMap shards, CallBudget budget) {
        this.settings = settings;
        this.shards = shards;
        this.budget = budget;
    }

    /** Takes what fits from the lines; those that could give more stay ready. */
    List<OutboundRecord> pack(Deque<KeyLine> ready) {
        while (!ready.isEmpty()) {
            KeyLine line = ready.peek();
            if (!takeFrom(line)) {
                break;
            }
            ready.remove();
        }
        open.values().stream().filter(bundle -> !bundle.isEmpty()).map(Bundle::close).forEach(closed::add);
        return closed;
    }

    /** Whether the line has given what it could give to this call. */
    private boolean takeFrom(KeyLine line) {
        String shard = settings.ordered() ? shards.shardOf(line.key) : "";
        String group = shard.isEmpty() ? line.key : "shard " + shard;
        for (Publication next = line.peek(); next != null; next = line.peek()) {
            Bundle bundle = open.computeIfAbsent(group, name -> new Bundle(shard));
            if (!takes(bundle, next)) {
                boolean rests = settings.ordered() && bundle.holds(line);
                closed.add(bundle.close());
                open.remove(group);
                if (rests) {
                    return true;
                }
                continue;
            }
            int growth = bundle.growthWith(next);
            int records = bundle.isEmpty() ? 1 : 0;
            if (!budget.hasRoom(records, growth)) {
                return line.busy;
            }
            budget.take(records, growth);
            bundle.add(line, line.take());
            line.busy = settings.ordered();
        }
        return true;
    }

    private boolean takes(Bundle bundle, Publication next) {
        return bundle.isEmpty() || settings.aggregation() != Aggregation.NONE && bundle.takes(next);
    }
}
