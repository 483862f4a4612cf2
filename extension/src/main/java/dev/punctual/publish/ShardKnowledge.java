package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.punctual.publish.StreamSettings.Aggregation;
import dev.punctual.spi.ShardRange;

/** What is known of a stream's shards, and when to ask again. Guarded by its lane. */
final class ShardKnowledge {

    /** How long to do without, or with an old map, before the next question; ListShards allows few calls a second. */
    static final Duration PATIENCE = Duration.ofSeconds(5);

    private final boolean needed;
    private ShardMap map = new ShardMap(List.of());
    private Instant askAgain = Instant.MIN;
    private boolean stale = true;
    private boolean asking;

    ShardKnowledge(StreamSettings settings) {
        this.needed = settings.aggregation() == Aggregation.BY_SHARD && settings.ordered();
    }

    /** Whether to ask now; the asker calls {@link #learn}. */
    boolean shouldAsk(Instant now) {
        boolean ask = needed && stale && !asking && !now.isBefore(askAgain);
        asking |= ask;
        return ask;
    }

    boolean isBeingAsked() {
        return asking;
    }

    void learn(List<ShardRange> shards, Instant now) {
        map = new ShardMap(shards);
        stale = map.isEmpty();
        asking = false;
        askAgain = now.plus(PATIENCE);
    }

    /** A record landed elsewhere than the map says: the stream was resharded, and until the next answer no map is better. */
    void landed(String expected, String actual) {
        boolean elsewhere = !expected.isEmpty() && !actual.isEmpty() && !expected.equals(actual);
        if (elsewhere && !stale) {
            stale = true;
            map = new ShardMap(List.of());
        }
    }

    /** The map, empty where there is none: keys are then taken one by one. */
    ShardMap map() {
        return map;
    }
}
