package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.deadline.Durations;
import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** Finds streams and queues that may have forgotten an event before it is given up and its letter is complete. */
final class Retentions {

    /** For what nobody has thought of. */
    private static final Duration MARGIN = Duration.ofHours(1);
    private static final Duration LEAST_AGE = Duration.ofMinutes(1);
    /** Lambda's longest: 7 days. */
    private static final Duration LONGEST_AGE = Duration.ofDays(7);
    private static final int LEAST_RECEIVES = 5;

    private Retentions() {
    }

    /** What Lambda gave up on is read again from the stream: it must still be there. */
    static List<Finding> ofStream(Stack stack, StreamMapping mapping) {
        Source source = mapping.stream().source();
        Duration recovery = recovery(stack, mapping);
        Duration needed = mapping.maximumRecordAge().plus(recovery);
        Duration retention = mapping.stream().settings().retention();
        if (needed.compareTo(retention) <= 0) {
            return List.of();
        }
        String mend = "set it to " + Spans.setting(Spans.max(Spans.ceilToHours(needed), Duration.ofHours(24)));
        Duration age = Spans.floorToSeconds(retention.minus(recovery));
        if (age.compareTo(LEAST_AGE) >= 0) {
            mend += ", or " + Names.ofStream(source, "maximum-record-age") + " to " + Spans.setting(age);
        }
        return List.of(Finding.error(Names.ofStream(source, "retention"), "records are kept for " + Spans.text(retention)
                + ", and what Lambda gives up on is needed for " + Spans.text(needed) + ": the maximum record age "
                + Spans.text(mapping.maximumRecordAge()) + ", and " + Spans.text(recovery)
                + (readsBack(stack, mapping) ? " until the dead-letter function has read it back" : " until it is given up"),
                mend));
    }

    /** Without a client that could, nothing is read back, and the stream need not have it. */
    private static boolean readsBack(Stack stack, StreamMapping mapping) {
        return !mapping.stream().settings().onFailureBucket() && stack.application().has(Client.KINESIS);
    }

    /** Dead letters of what Lambda gives up on lack their bytes where these are neither read back nor kept in the bucket. */
    static List<Finding> ofBytes(Stack stack, StreamMapping mapping) {
        if (mapping.stream().settings().onFailureBucket() || stack.application().has(Client.KINESIS)) {
            return List.of();
        }
        Source source = mapping.stream().source();
        return List.of(Finding.warning(Names.ofStream(source, "on-failure-bucket"),
                "what Lambda gives up on becomes dead letters without their bytes: nothing can read them back",
                "add the dependency software.amazon.awssdk:kinesis, or software.amazon.awssdk:s3 and set it to true"));
    }

    private static Duration recovery(Stack stack, StreamMapping mapping) {
        Duration delivered = stack.function(FunctionRole.STREAM).settings().timeout();
        return readsBack(stack, mapping)
                ? delivered.plus(stack.queue(mapping.stream().source(), QueuePurpose.ON_FAILURE).map(Retentions::inVain)
                        .orElse(Duration.ZERO)).plus(MARGIN)
                : delivered;
    }

    /** A message that is redriven keeps its age: it must reach the dead-letter queue before any queue drops it. */
    static List<Finding> ofQueues(Stack stack, Source source) {
        Duration before = Duration.ZERO;
        List<QueuePurpose> way = new ArrayList<>();
        for (QueuePurpose purpose : List.of(source.isStream() ? QueuePurpose.RETRY : QueuePurpose.SOURCE,
                QueuePurpose.ON_FAILURE)) {
            Queue queue = stack.queue(source, purpose).orElseThrow();
            before = before.plus(inVain(queue));
            way.add(purpose);
            if (queue.arn().isEmpty() && before.compareTo(queue.retention()) >= 0) {
                return List.of(tooLong(queue, before, way.size()));
            }
        }
        return List.of();
    }

    private static Duration inVain(Queue queue) {
        return queue.visibilityTimeout().multipliedBy(receives(queue));
    }

    private static int receives(Queue queue) {
        return queue.redrive().map(Queue.Redrive::maxReceiveCount).orElse(1);
    }

    private static Finding tooLong(Queue queue, Duration taken, int queues) {
        Source source = queue.source();
        Duration hidden = Spans.floorToSeconds(
                queue.retention().minusNanos(1).dividedBy((long) queues * receives(queue)));
        String mend = "set it to " + Spans.setting(hidden);
        long receives = queue.retention().minusNanos(1).dividedBy(taken.dividedBy(receives(queue)));
        if (receives >= LEAST_RECEIVES) {
            mend += ", or " + Names.ofQueue(source, "max-receive-count") + " to " + receives;
        }
        return Finding.error(Names.ofQueue(source, "visibility-timeout"), "the queue '" + source.name()
                + queue.purpose().suffix() + "' keeps messages for " + Spans.text(queue.retention())
                + ", and one that is received in vain is given up after " + Spans.text(taken) + " (" + receives(queue)
                + " receives of " + Spans.text(queue.visibilityTimeout()) + (queues > 1 ? " in each of two queues" : "")
                + "): it would be lost in silence", mend);
    }

    /** What is older than the maximum record age is given up, even if its deadline has not passed. */
    static List<Finding> ofAge(Situation situation, Promise promise) {
        return situation.streamMapping().map(StreamMapping::maximumRecordAge)
                .filter(age -> age.compareTo(promise.budget()) < 0 && age.compareTo(LONGEST_AGE) < 0)
                .map(age -> Finding.warning(Names.ofStream(situation.source(), "maximum-record-age"),
                        "Lambda gives up what is older than " + Spans.text(age) + ", and " + situation.handler().method()
                                + " has " + Floors.annotation(promise.budget()),
                        "set it to " + Spans.setting(wantedAge(promise.budget()))))
                .stream().toList();
    }

    private static Duration wantedAge(Duration budget) {
        Duration whole = Durations.ceilToSeconds(budget);
        return Durations.min(Spans.max(whole, LEAST_AGE), LONGEST_AGE);
    }
}
