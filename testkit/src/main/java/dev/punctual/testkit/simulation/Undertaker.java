package dev.punctual.testkit.simulation;

import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;
import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.StreamService;

/** Looks into the stream after a run: what expired there is lost. */
final class Undertaker {

    private static final int PAGE = 10_000;

    private final StreamService streams;
    private final History history;
    private final InstantSource clock;

    Undertaker(StreamService streams, History history, InstantSource clock) {
        this.streams = streams;
        this.history = history;
        this.clock = clock;
    }

    /** A record that no function ever saw, that no report names, and that the stream has no more: retention ran out on it. */
    void record() {
        Set<String> known = new HashSet<>();
        history.of(Happening.Delivered.class).forEach(each -> known.add(each.event()));
        history.of(Happening.Abandoned.class).forEach(each -> known.add(each.event()));
        if (history.of(Happening.Accepted.class).stream().allMatch(each -> known.contains(each.event()))) {
            return;
        }
        streams.listShards(World.STREAM).forEach(shard -> known.addAll(readable(shard.id())));
        history.of(Happening.Accepted.class).stream()
                .filter(each -> !known.contains(each.event()) && !known.contains(Aggregates.recordOf(each.event())))
                .forEach(each -> history.add(new Happening.Expired(clock.instant(), each.event(), Platform.RETENTION)));
    }

    private List<String> readable(String shard) {
        var iterator = streams.getShardIterator(World.STREAM, shard, new IteratorPosition.TrimHorizon());
        return streams.getRecords(iterator, PAGE).records().stream()
                .map(each -> World.STREAM + '/' + shard + ':' + each.sequenceNumber()).toList();
    }
}
