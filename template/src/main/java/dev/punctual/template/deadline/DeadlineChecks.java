package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.finding.Finding;

/** Finds budgets that cannot hold, or may not. */
final class DeadlineChecks {

    private static final Duration DAY = Duration.ofDays(1);

    private final Times times;
    private final List<Finding> findings = new ArrayList<>();

    DeadlineChecks(Times times) {
        this.times = times;
    }

    List<Finding> of(List<Timeline> timelines) {
        timelines.forEach(timeline -> timeline.limits().ifPresent(limits -> {
            floor(timeline, limits);
            attempts(timeline, limits);
            crashes(timeline.handler(), limits);
            ledger(timeline.handler(), limits);
            recordAge(timeline.handler(), limits);
        }));
        findings.addAll(new RecoveryChecks(times).all());
        return List.copyOf(findings);
    }

    /** The first attempt starts in time: with a free environment it must, with one that has to start it should. */
    private void floor(Timeline timeline, Timeline.Limits limits) {
        Handler handler = timeline.handler();
        Duration floor = times.floor(handler);
        Duration cold = times.coldStart(FunctionRole.STREAM);
        if (limits.budget().compareTo(floor) < 0) {
            findings.add(Finding.error(handler.method(), "its budget of " + Words.of(limits.budget())
                    + " is over before an attempt can start: " + delivery(handler) + ", an attempt "
                    + Words.of(limits.attempt()) + " and the guard " + Words.of(limits.guard()) + " take " + Words.of(floor),
                    mendFloor(handler, floor)));
        } else if (limits.budget().compareTo(floor.plus(cold)) < 0) {
            findings.add(Finding.warning(handler.method(), "its budget of " + Words.of(limits.budget())
                    + " holds only while an environment is free: one that has to start takes " + Words.of(cold),
                    "set @RetryWithin(\"" + Words.setting(floor.plus(cold)) + "\"), or make the start shorter"
                            + " (" + function("stream", "memory") + ", a native executable)"));
        }
    }

    private String delivery(Handler handler) {
        return handler.source().isStream()
                ? "the window " + Words.of(times.window(handler.source())) + ", the poll of the stream "
                        + Words.of(Estimates.POLL)
                : "the poll of the queue 0 s";
    }

    private String mendFloor(Handler handler, Duration floor) {
        String mend = "set @RetryWithin(\"" + Words.setting(floor.plus(times.coldStart(FunctionRole.STREAM))) + "\") or more";
        return times.window(handler.source()).isZero() ? mend
                : mend + ", or quarkus.punctual.template.stream.\"" + handler.source().name() + "\".batching-window=0s";
    }

    private void attempts(Timeline timeline, Timeline.Limits limits) {
        RetryPolicy policy = timeline.handler().retry().orElseThrow();
        boolean retries = policy.maxAttempts() > 1;
        if (retries && limits.typical() == 1) {
            findings.add(Finding.warning(timeline.handler().method(),
                    "no retry fits: a wait of typically " + Words.of(policy.backoff().base().dividedBy(2))
                            + " and an attempt of "
                            + Words.of(limits.attempt()) + " do not end within " + Words.of(limits.budget()),
                    "set a shorter backoff or a longer budget, or maxAttempts = 1"));
        } else if (policy.maxAttempts() != Integer.MAX_VALUE && limits.typical() < policy.maxAttempts()) {
            findings.add(Finding.warning(timeline.handler().method(),
                    "maxAttempts is " + policy.maxAttempts() + ", and typically " + limits.typical() + " fit into "
                            + Words.of(limits.budget()),
                    "set maxAttempts = " + limits.typical() + ", a shorter maxBackoff or a longer budget"));
        }
    }

    /** What a crash takes: the message is hidden until its time is up, then there must be time for an attempt. */
    private void crashes(Handler handler, Timeline.Limits limits) {
        int survived = times.stack().settings().crashesWithinBudget();
        if (survived == 0) {
            return;
        }
        Duration hidden = limits.afterRetryCrash().orElse(limits.afterStreamCrash());
        Duration longest = hidden.compareTo(limits.afterStreamCrash()) > 0 ? hidden : limits.afterStreamCrash();
        Duration needed = times.floor(handler).plus(longest.multipliedBy(survived));
        if (limits.budget().compareTo(needed) < 0) {
            findings.add(Finding.error(handler.method(), "its budget of " + Words.of(limits.budget()) + " does not survive "
                    + survived + (survived == 1 ? " crash" : " crashes") + ": each hides the event for "
                    + Words.of(longest) + ", and it needs " + Words.of(needed) + " in all",
                    "set @RetryWithin(\"" + Words.setting(needed) + "\"), a shorter " + function("retry", "timeout")
                            + " (a message is hidden for six times as long), or quarkus.punctual.template.crashes-within-budget="
                            + fitting(limits, longest, handler)));
        }
    }

    private long fitting(Timeline.Limits limits, Duration longest, Handler handler) {
        Duration left = limits.budget().minus(times.floor(handler));
        return left.isNegative() ? 0 : left.dividedBy(longest);
    }

    /** An outcome must be remembered for longer than its event may be delivered. */
    private void ledger(Handler handler, Timeline.Limits limits) {
        Duration ttl = times.timing().ledgerTtl();
        Duration needed = limits.budget().plus(DAY);
        if (handler.idempotent() && ttl.compareTo(needed) <= 0) {
            findings.add(Finding.error(handler.method(), "the ledger forgets its outcomes after " + Words.of(ttl)
                    + ", and its budget is " + Words.of(limits.budget()),
                    "set quarkus.punctual.ledger.ttl=" + Words.setting(needed.plusSeconds(1)) + " or more"));
        }
    }

    private void recordAge(Handler handler, Timeline.Limits limits) {
        times.stack().mapping(handler.source()).filter(mapping -> mapping.maximumRecordAge().compareTo(limits.budget()) < 0)
                .ifPresent(mapping -> findings.add(Finding.warning(handler.method(),
                        "Lambda gives records up that are " + Words.of(mapping.maximumRecordAge())
                                + " old, and its budget is " + Words.of(limits.budget()),
                        "set quarkus.punctual.template.stream.\"" + handler.source().name() + "\".maximum-record-age="
                                + Words.setting(limits.budget()) + " or more (7 days at most)")));
    }

    static String function(String role, String what) {
        return "quarkus.punctual.template.function.\"" + role + "\"." + what;
    }
}
