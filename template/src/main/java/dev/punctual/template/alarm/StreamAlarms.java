package dev.punctual.template.alarm;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.markdown.Spans;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;

/** What is watched of streams: how long events wait in them, and whether they take all that comes. */
final class StreamAlarms {

    private static final int MINUTES = 5;

    private StreamAlarms() {
    }

    static List<Alarm> of(Stack stack) {
        List<Alarm> alarms = new ArrayList<>();
        List<Source> consumed = stack.application().sources().stream().filter(Source::isStream).toList();
        consumed.stream().map(source -> Patience.of(stack, source)).flatMap(Optional::stream).min(Comparator.naturalOrder())
                .ifPresent(patience -> alarms.add(age(stack, patience)));
        // The function's metric does not tell its streams apart.
        if (consumed.size() > 1) {
            consumed.forEach(source -> Patience.of(stack, source)
                    .ifPresent(patience -> alarms.add(age(stack.stream(source.name()), patience))));
        }
        stack.streams().forEach(stream -> alarms.addAll(throughput(stream)));
        return alarms;
    }

    private static Alarm age(Stack stack, Patience patience) {
        return Alarm.worst("IteratorAge", Metric.ofFunction(stack, FunctionRole.STREAM, "IteratorAge"),
                patience.longest().toMillis(), "Events wait in their stream for longer than " + patience.described() + ", "
                        + Spans.of(patience.longest()) + ": they come too late. Look at the stream function first (errors,"
                        + " throttles, duration), then at IncomingRecords: a stream that gets more than its function handles"
                        + " needs more shards or a higher parallelization factor.")
                .once(2, MINUTES).breaksPromise();
    }

    private static Alarm age(Stream stream, Patience patience) {
        return Alarm.worst(stream.id() + "IteratorAge", Metric.ofStream(stream, "GetRecords.IteratorAgeMilliseconds"),
                patience.longest().toMillis(), "Events of the " + stream.source().described() + " wait for longer than "
                        + patience.described() + ", " + Spans.of(patience.longest())
                        + ". Look at its ReadProvisionedThroughputExceeded and at the stream function first.")
                .once(2, MINUTES).breaksPromise();
    }

    private static List<Alarm> throughput(Stream stream) {
        String described = stream.source().described();
        Alarm writes = Alarm.any(stream.id() + "WritesExceeded",
                Metric.ofStream(stream, "WriteProvisionedThroughputExceeded"), "The " + described
                        + " refuses records: a shard takes 1 MiB or 1,000 records a second. Look at IncomingBytes and"
                        + " IncomingRecords first: where all shards are full, add shards; where one is, its partition keys are"
                        + " too few or too unequal. Publishers that aggregate need fewer records.")
                .once(2, MINUTES).breaksPromise();
        if (!stream.consumed()) {
            return List.of(writes);
        }
        return List.of(writes, Alarm.any(stream.id() + "ReadsExceeded",
                Metric.ofStream(stream, "ReadProvisionedThroughputExceeded"), "The " + described
                        + " refuses reads: all its consumers share 2 MiB and 5 reads a second of each shard. Look for other"
                        + " consumers of the stream first; give them enhanced fan-out.")
                .once(3, MINUTES));
    }
}
