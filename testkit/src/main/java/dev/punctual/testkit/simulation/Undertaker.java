package dev.punctual.testkit.simulation;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.regex.Pattern;

import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;

/** Reads the on-failure queue after a run: what the platform gave up is dead, too. */
final class Undertaker {

    private static final Pattern SHARD = field("shardId");
    private static final Pattern START = field("startSequenceNumber");
    private static final Pattern END = field("endSequenceNumber");

    private final QueueService queues;
    private final History history;
    private final InstantSource clock;

    Undertaker(QueueService queues, History history, InstantSource clock) {
        this.queues = queues;
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
        for (var happening : history.all()) {
            if (happening instanceof Happening.Accepted accepted && accepted.event().startsWith(shard)) {
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
