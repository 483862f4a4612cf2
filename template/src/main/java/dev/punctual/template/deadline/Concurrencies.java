package dev.punctual.template.deadline;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;
import dev.punctual.template.stack.Stack;

/** Finds functions that are fed more batches at a time than they have environments for: throttling is no deadline's friend. */
final class Concurrencies {

    private Concurrencies() {
    }

    static List<Finding> of(Stack stack) {
        List<Finding> findings = new ArrayList<>();
        for (FunctionRole role : FunctionRole.values()) {
            long fed = fed(stack, role);
            stack.function(role).settings().reservedConcurrency().filter(reserved -> reserved < fed)
                    .ifPresent(reserved -> findings.add(Finding.warning(Names.ofFunction(role, "reserved-concurrency"),
                            "up to " + fed + " batches come at a time, and " + reserved + " are taken: others are throttled"
                                    + ", which costs their events time"
                                    + (role == FunctionRole.STREAM ? "" : " and receives"),
                            "set it to " + fed + " at least")));
        }
        return findings;
    }

    /** As far as it is known: on-demand streams have as many shards as AWS gives them. */
    private static long fed(Stack stack, FunctionRole role) {
        long byStreams = role != FunctionRole.STREAM ? 0
                : stack.streamMappings().stream()
                        .mapToLong(mapping -> (long) shards(mapping.stream().settings()) * mapping.parallelizationFactor())
                        .sum();
        long byQueues = stack.queueMappings().stream().filter(mapping -> mapping.role() == role)
                .mapToLong(mapping -> mapping.maximumConcurrency().orElse(1)).sum();
        return byStreams + byQueues;
    }

    private static int shards(StreamSettings stream) {
        return stream.mode() == StreamMode.PROVISIONED ? stream.shards() : 1;
    }
}
