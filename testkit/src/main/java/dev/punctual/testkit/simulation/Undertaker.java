package dev.punctual.testkit.simulation;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;
import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.StreamService;

/** Reads the on-failure queue and the stream after a run: what the platform gave up is dead, too, and what expired is lost. */
final class Undertaker {

    private static final int PAGE = 10_000;
    private static final Pattern SHARD = field("shardId");
    private static final Pattern START = field("startSequenceNumber");
    private static final Pattern END = field("endSequenceNumber");

    private final QueueService queues;
    private final StreamService streams;
    private final History history;
    private final InstantSource clock;

    Undertaker(QueueService queues, StreamService streams, History history, InstantSource clock) {
        this.queues = queues;
        this.streams = streams;
        this.history = history;
        this.clock = clock;
    }

    private static Pattern field(String name) {
        return Pattern.compile('"' + name + "\":\"([^\"]+)\"");
    }

    void record() {
        var messages = queues.receiveMessage(World.ON_FAILURE, ReceiveRequest.upTo(10));
        while (!messages.isEmpty()) {
            messages.forEach(message -> record(message.body()));
            messages = queues.receiveMessage(World.ON_FAILURE, ReceiveRequest.upTo(10));
        }
        recordExpired();
    }

    /** A record that no function ever saw, that no report names, and that the stream has no more: retention ran out on it. */
    private void recordExpired() {
        Set<String> known = new HashSet<>();
        history.of(Happening.Delivered.class).forEach(each -> known.add(each.event()));
        history.of(Happening.Abandoned.class).forEach(each -> known.add(each.event()));
        if (history.of(Happening.Accepted.class).stream().allMatch(each -> known.contains(each.event()))) {
            return;
        }
        streams.listShards(World.STREAM).forEach(shard -> known.addAll(readable(shard.id())));
        history.of(Happening.Accepted.class).stream().filter(each -> !known.contains(each.event()))
                .forEach(each -> history.add(new Happening.Expired(clock.instant(), each.event(), Platform.RETENTION)));
    }

    private List<String> readable(String shard) {
        var iterator = streams.getShardIterator(World.STREAM, shard, new IteratorPosition.TrimHorizon());
        return streams.getRecords(iterator, PAGE).records().stream()
                .map(each -> World.STREAM + '/' + shard + ':' + each.sequenceNumber()).toList();
    }

    private void record(String body) {
        if (body.startsWith("{")) {
            recordBatch(body);
        } else {
            var parked = ParkedEventEncoding.read(body);
            history.add(new Happening.Abandoned(clock.instant(), parked.event().id(), parked.handler()));
        }
    }

    /** A report names the first and the last record of its batch; those between were in it, where a shard has one lane. */
    private void recordBatch(String report) {
        var shard = World.STREAM + '/' + find(SHARD, report) + ':';
        var start = new BigInteger(find(START, report));
        var end = new BigInteger(find(END, report));
        for (var accepted : history.of(Happening.Accepted.class)) {
            if (accepted.event().startsWith(shard)) {
                var number = new BigInteger(accepted.event().substring(shard.length()));
                if (number.compareTo(start) >= 0 && number.compareTo(end) <= 0) {
                    history.add(new Happening.Abandoned(clock.instant(), accepted.event(), ""));
                }
            }
        }
    }

    private static String find(Pattern field, String report) {
        var found = field.matcher(report);
        if (!found.find()) {
            throw new IllegalStateException("an on-failure report without " + field + ": " + report);
        }
        return found.group(1);
    }
}
