package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.Client;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.StreamMapping;

/** Finds times by which an event would be lost, or a function never come to work, whatever the budgets. */
final class RecoveryChecks {

    private static final int ADVISED = 6;
    /** Lambda's and our own clocks, and what a dead-letter function may have to wait for a free environment. */
    private static final Duration MARGIN = Duration.ofMinutes(10);

    private final Times times;
    private final List<Finding> findings = new ArrayList<>();

    RecoveryChecks(Times times) {
        this.times = times;
    }

    List<Finding> all() {
        times.stack().functions().forEach(this::attemptFits);
        times.stack().queues().forEach(this::visibility);
        times.stack().streamMappings().forEach(this::retention);
        times.stack().streamMappings().forEach(this::batch);
        return findings;
    }

    /** R ≥ C + G when an invocation begins, or nothing ever starts. */
    private void attemptFits(Function function) {
        Duration needed = times.costs().attemptAndGuard();
        Duration timeout = function.settings().timeout();
        if (function.role() != FunctionRole.DEAD_LETTER && timeout.compareTo(needed) <= 0) {
            findings.add(Finding.error(DeadlineChecks.function(function.role().text(), "timeout"), Words.of(timeout)
                    + " is over before an attempt can end: it takes " + Words.of(times.costs().attempt()) + ", and the guard "
                    + Words.of(times.costs().guard()),
                    "set " + Words.setting(needed.plusSeconds(1)) + " or more, or lower quarkus.punctual.attempt-cost"));
        }
    }

    private void visibility(Queue queue) {
        queue.feeds().ifPresent(role -> {
            Duration timeout = times.timeout(role);
            Duration hidden = queue.visibilityTimeout();
            String property = "quarkus.punctual.template.queue.\"" + queue.source().name() + "\".visibility-timeout";
            if (hidden.compareTo(timeout) < 0) {
                findings.add(Finding.error(property, "the " + role.text() + " function may take " + Words.of(timeout)
                        + ", and its queue shows a message again after " + Words.of(hidden) + ": AWS refuses the mapping",
                        "set " + Words.setting(timeout.multipliedBy(ADVISED)) + ", six times the timeout"));
            } else if (hidden.compareTo(timeout.multipliedBy(ADVISED)) < 0) {
                findings.add(Finding.warning(property, Words.of(hidden) + " is less than six times the timeout of the "
                        + role.text() + " function, " + Words.of(timeout)
                        + ": a throttled message may be received again meanwhile",
                        "set " + Words.setting(timeout.multipliedBy(ADVISED))));
            }
            expiry(queue, hidden, property);
        });
    }

    /** A message that is received in vain must be given up before it expires. */
    private void expiry(Queue queue, Duration hidden, String property) {
        queue.redrive().ifPresent(redrive -> {
            Duration needed = hidden.multipliedBy(redrive.maxReceiveCount());
            if (needed.compareTo(queue.retention()) >= 0) {
                findings.add(Finding.error(property, redrive.maxReceiveCount() + " receives, " + Words.of(hidden)
                        + " apart, take " + Words.of(needed) + ", and the queue keeps messages for "
                        + Words.of(queue.retention())
                        + ": they would expire, and be lost",
                        "set less than " + Words.of(queue.retention().dividedBy(redrive.maxReceiveCount()))
                                + ", or a smaller max-receive-count"));
            }
        });
    }

    /** What Lambda gives up on is read back from the stream, which must have it still. */
    private void retention(StreamMapping mapping) {
        String name = mapping.stream().source().name();
        boolean readBack = !mapping.stream().settings().onFailureBucket();
        if (readBack && !times.stack().application().has(Client.KINESIS)) {
            findings.add(Finding.warning("stream " + name,
                    "records that Lambda gives up on become dead letters without their bytes: nothing can read them back",
                    "add the dependency software.amazon.awssdk:kinesis, or software.amazon.awssdk:s3 and"
                            + " quarkus.punctual.template.stream.\"" + name + "\".on-failure-bucket=true"));
            return;
        }
        Queue onFailure = times.stack().queue(mapping.stream().source(), QueuePurpose.ON_FAILURE).orElseThrow();
        int receives = onFailure.redrive().map(Queue.Redrive::maxReceiveCount).orElse(1);
        Duration needed = mapping.maximumRecordAge().plus(onFailure.visibilityTimeout().multipliedBy(receives)).plus(MARGIN);
        Duration kept = mapping.stream().settings().retention();
        if (readBack && kept.compareTo(needed) < 0) {
            findings.add(Finding.error("stream " + name, "it keeps records for " + Words.of(kept)
                    + ", and they may be read back until they are " + Words.of(needed) + " old: given up at "
                    + Words.of(mapping.maximumRecordAge()) + ", then " + receives + " receives of the on-failure queue",
                    "set quarkus.punctual.template.stream.\"" + name + "\".retention=" + (needed.toHours() + 1)
                            + "h, or a shorter maximum-record-age"));
        }
    }

    /** What a batch takes where it is known; a batch that is cut is returned and delivered again. */
    private void batch(StreamMapping mapping) {
        times.timing().attemptCost().ifPresent(attempt -> {
            Function function = times.stack().function(FunctionRole.STREAM);
            int concurrency = Estimates.concurrency(function);
            long rounds = (mapping.batchSize() + concurrency - 1) / concurrency;
            Duration needed = attempt.multipliedBy(rounds).plus(times.timing().guard());
            if (needed.compareTo(function.settings().timeout()) > 0) {
                long fits = Math.max(1,
                        function.settings().timeout().minus(times.timing().guard()).dividedBy(attempt) * concurrency);
                findings.add(Finding.warning("quarkus.punctual.template.stream.\"" + mapping.stream().source().name()
                        + "\".batch-size",
                        "a batch of " + mapping.batchSize() + " takes " + Words.of(needed) + ", " + concurrency
                                + " events at a time, and the function has " + Words.of(function.settings().timeout()),
                        "set " + fits + " or less, or a longer " + DeadlineChecks.function("stream", "timeout")));
            }
        });
    }
}
