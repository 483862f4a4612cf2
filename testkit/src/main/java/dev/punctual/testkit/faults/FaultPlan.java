package dev.punctual.testkit.faults;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * The faults that were ordered, and the one place that decides whether a call is struck.
 *
 * <p>
 * Each rule counts the calls it looks at; of the refusals that strike one call the first ordered counts. Thread-safe;
 * repeatable for a seeded source of randomness and the same order of calls. Rules may be ordered at any time.
 */
public final class FaultPlan {

    private final RandomGenerator random;
    private final List<Counted> rules = new ArrayList<>();

    /** @param random decides for rates and shares; used under a lock of this plan only */
    public FaultPlan(RandomGenerator random) {
        this.random = random;
    }

    /** Adds a rule, which looks at the calls from now on. */
    public synchronized FaultPlan order(FaultRule rule) {
        rules.add(new Counted(rule));
        return this;
    }

    /** Forgets all rules. */
    public synchronized void clear() {
        rules.clear();
    }

    /** Decides on refusal and failed entries; to be asked once per call, by the service. */
    public synchronized FaultDecision decide(Call call) {
        Optional<Fault> refusal = Optional.empty();
        Map<Integer, EntryFailure> failures = new HashMap<>();
        for (var rule : rules) {
            if (concernsTheAnswer(rule.rule.fault()) || !rule.strikes(call)) {
                continue;
            }
            var fault = rule.rule.fault();
            if (fault instanceof Fault.Throttle || fault instanceof Fault.Refuse) {
                refusal = refusal.or(() -> Optional.of(fault));
            } else {
                failEntries(call, fault, failures);
            }
        }
        return refusal.isEmpty() && failures.isEmpty() ? FaultDecision.PROCEED
                : new FaultDecision(refusal, Map.copyOf(failures));
    }

    /** Decides how long the answer of a call is held back; to be asked once per call, by who serves it and can wait. */
    public synchronized Duration latency(Call call) {
        var sum = Duration.ZERO;
        for (var rule : rules) {
            if (rule.rule.fault() instanceof Fault.Latency latency && rule.strikes(call)) {
                sum = sum.plus(latency.delay());
            }
        }
        return sum;
    }

    /** Decides whether the answer of a call is cut off; to be asked once per call, by who serves it over a wire. */
    public synchronized boolean cutsOff(Call call) {
        boolean cut = false;
        for (var rule : rules) {
            cut |= rule.rule.fault() instanceof Fault.CutOff && rule.strikes(call);
        }
        return cut;
    }

    private static boolean concernsTheAnswer(Fault fault) {
        return fault instanceof Fault.Latency || fault instanceof Fault.CutOff;
    }

    private void failEntries(Call call, Fault fault, Map<Integer, EntryFailure> failures) {
        for (int i = 0; i < call.entries(); i++) {
            if (fault instanceof Fault.FailEntries some && some.which().test(i)) {
                failures.putIfAbsent(i, new EntryFailure(some.code(), some.message()));
            } else if (fault instanceof Fault.FailShare share && random.nextDouble() < share.share()) {
                failures.putIfAbsent(i, new EntryFailure(share.code(), share.message()));
            }
        }
    }

    /** A rule and how many calls it has looked at. */
    private final class Counted {

        private final FaultRule rule;
        private long calls;

        Counted(FaultRule rule) {
            this.rule = rule;
        }

        boolean strikes(Call call) {
            if (!rule.looksAt(call)) {
                return false;
            }
            calls++;
            var trigger = rule.trigger();
            if (trigger instanceof Trigger.Rate rate) {
                return random.nextDouble() < rate.probability();
            }
            if (trigger instanceof Trigger.Run run) {
                return calls >= run.first() && calls < run.first() + run.count();
            }
            return !(trigger instanceof Trigger.When when) || when.predicate().test(call);
        }
    }
}
