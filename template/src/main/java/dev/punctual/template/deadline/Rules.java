package dev.punctual.template.deadline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** Everything that a deployment is checked for before it is held to its deadlines. */
final class Rules {

    private Rules() {
    }

    /** Errors first; nothing is said twice. */
    static List<Finding> of(Stack stack, List<Timeline> timelines) {
        List<Finding> findings = new ArrayList<>();
        for (Timeline timeline : timelines) {
            Situation situation = new Situation(stack, timeline.handler());
            ofHandler(situation, findings);
            timeline.promise().ifPresent(promise -> ofPromise(situation, promise, findings));
        }
        for (Source source : stack.application().sources()) {
            findings.addAll(Visibilities.of(stack, source));
            findings.addAll(CrashLoops.of(stack, source));
            findings.addAll(Retentions.ofQueues(stack, source));
        }
        for (StreamMapping mapping : stack.streamMappings()) {
            findings.addAll(Retentions.ofStream(stack, mapping));
            findings.addAll(Retentions.ofBytes(stack, mapping));
            findings.addAll(Batches.ofWindow(mapping));
        }
        findings.addAll(Timeouts.of(stack));
        findings.addAll(Concurrencies.of(stack));
        return findings.stream().distinct().sorted(Comparator.comparing(Finding::level)).toList();
    }

    private static void ofHandler(Situation situation, List<Finding> findings) {
        findings.addAll(Batches.of(situation));
        findings.addAll(LedgerLife.of(situation));
    }

    private static void ofPromise(Situation situation, Promise promise, List<Finding> findings) {
        findings.addAll(Floors.of(situation, promise));
        findings.addAll(Retries.of(situation, promise));
        findings.addAll(Crashes.of(situation, promise));
        findings.addAll(Retentions.ofAge(situation, promise));
        findings.addAll(Timeouts.ofOrder(situation, promise));
    }
}
