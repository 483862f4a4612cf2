package dev.punctual.local.conformance;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** What was seen of each target, as a page of Markdown. */
final class ConformanceTable {

    private final List<KnownDifference> differences;
    private final Set<String> targets = new LinkedHashSet<>();
    private final Map<String, Map<String, int[]>> counts = new LinkedHashMap<>();

    ConformanceTable(List<KnownDifference> differences) {
        this.differences = differences;
    }

    /** Counts a rule that was held against a target. */
    void add(String target, Rule<?> rule, boolean conforms) {
        targets.add(target);
        int[] count = counts.computeIfAbsent(rule.operation(), operation -> new LinkedHashMap<>())
                .computeIfAbsent(target, name -> new int[2]);
        count[0] += conforms ? 1 : 0;
        count[1]++;
    }

    Set<String> targets() {
        return targets;
    }

    String markdown() {
        List<String> lines = new ArrayList<>(List.of("# Conformance of the local endpoints", "",
                "One suite (`local/src/test/java/dev/punctual/local/conformance`), written against the AWS SDK for Java and what AWS",
                "documents, runs unchanged against our endpoints and the emulators of others. A cell tells how many of an operation's",
                "rules hold. `./mvnw verify` fails when this page is not what the suite saw.", ""));
        lines.add("| operation | " + String.join(" | ", targets) + " |");
        lines.add("|---" + "|---".repeat(targets.size()) + "|");
        counts.forEach((operation, byTarget) -> lines.add("| " + operation + " | "
                + String.join(" | ", targets.stream().map(target -> cell(byTarget.get(target))).toList()) + " |"));
        lines.addAll(List.of("", "## Where they differ from AWS", ""));
        lines.add("| target | operation | rule | AWS | the target |");
        lines.add("|---|---|---|---|---|");
        differences.stream().filter(difference -> targets.contains(difference.target())).forEach(difference -> lines.add("| "
                + String.join(" | ", difference.target(), difference.operation(), difference.rule(), code(difference.aws()),
                        code(difference.seen()))
                + " |"));
        return String.join("\n", lines) + "\n";
    }

    private static String cell(int @Nullable [] count) {
        return count == null ? "–" : count[0] + " of " + count[1];
    }

    private static String code(String text) {
        return "`" + text.replace("\n", "⏎").replace("|", "\\|") + "`";
    }
}
