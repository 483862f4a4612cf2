package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.List;

import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;

/** Finds queues with which an event that ends each process that has it goes on doing so for days. */
final class CrashLoops {

    private static final Duration LONGEST = Duration.ofDays(1);
    /** Throttled receives count, too. */
    private static final int LEAST_RECEIVES = 5;

    private CrashLoops() {
    }

    static List<Finding> of(Stack stack, Source source) {
        Queue queue = stack.queue(source, source.isStream() ? QueuePurpose.RETRY : QueuePurpose.SOURCE).orElseThrow();
        int receives = queue.redrive().map(Queue.Redrive::maxReceiveCount).orElse(1);
        Duration loop = queue.visibilityTimeout().multipliedBy(receives);
        if (loop.compareTo(LONGEST) <= 0) {
            return List.of();
        }
        long fewer = LONGEST.dividedBy(queue.visibilityTimeout());
        String mend = "set it to " + Spans.setting(Spans.floorToSeconds(LONGEST.dividedBy(receives))) + " at most";
        return List.of(Finding.warning(Names.ofQueue(source, "visibility-timeout"),
                "an event that crashes its function each time goes on doing so for " + Spans.text(loop) + ": it is received "
                        + receives + " times, each after " + Spans.text(queue.visibilityTimeout()),
                fewer < LEAST_RECEIVES ? mend : mend + ", or " + Names.ofQueue(source, "max-receive-count") + " to " + fewer));
    }
}
