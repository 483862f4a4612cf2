package dev.punctual.testkit.simulation;

import java.math.BigInteger;
import java.time.InstantSource;
import java.util.regex.Pattern;

import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.History;

/** Reads what a stream's mapping tells the on-failure queue: batches that it gave up. */
final class Notices {

    private static final Pattern SHARD = field("shardId");
    private static final Pattern START = field("startSequenceNumber");
    private static final Pattern END = field("endSequenceNumber");

    private final History history;
    private final InstantSource clock;

    Notices(History history, InstantSource clock) {
        this.history = history;
        this.clock = clock;
    }

    private static Pattern field(String name) {
        return Pattern.compile('"' + name + "\":\"([^\"]+)\"");
    }

    /** Whether a message is such a notice; others are parked events. */
    static boolean isNotice(String body) {
        return body.startsWith("{");
    }

    /** A notice names the first and the last record of its batch; those between were in it, where a shard has one lane. */
    void record(String notice) {
        var shard = World.STREAM + '/' + find(SHARD, notice) + ':';
        var start = new BigInteger(find(START, notice));
        var end = new BigInteger(find(END, notice));
        for (var accepted : history.of(Happening.Accepted.class)) {
            if (accepted.event().startsWith(shard)) {
                var number = new BigInteger(Aggregates.recordOf(accepted.event()).substring(shard.length()));
                if (number.compareTo(start) >= 0 && number.compareTo(end) <= 0) {
                    history.add(new Happening.Abandoned(clock.instant(), accepted.event()));
                }
            }
        }
    }

    private static String find(Pattern field, String notice) {
        var found = field.matcher(notice);
        if (!found.find()) {
            throw new IllegalStateException("an on-failure notice without " + field + ": " + notice);
        }
        return found.group(1);
    }
}
