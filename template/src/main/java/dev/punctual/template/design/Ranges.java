package dev.punctual.template.design;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.KeySetting;
import dev.punctual.template.settings.LogRetention;
import dev.punctual.template.settings.QueueSettings;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.settings.StreamMode;
import dev.punctual.template.settings.StreamSettings;
import dev.punctual.template.stack.Function;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.Stream;
import dev.punctual.template.stack.StreamMapping;

/** Finds settings that AWS would refuse, and those of what the application does not have. */
final class Ranges {

    private static final int HOURS_OF_A_YEAR = 8_760;

    private final Stack stack;
    private final List<Finding> findings = new ArrayList<>();

    private Ranges(Stack stack) {
        this.stack = stack;
    }

    static List<Finding> of(Stack stack) {
        Ranges ranges = new Ranges(stack);
        stack.functions().forEach(ranges::function);
        stack.streams().forEach(ranges::stream);
        stack.streamMappings().forEach(ranges::mapping);
        stack.application().sources().forEach(ranges::queues);
        ranges.rest(stack.settings());
        ranges.unknown();
        return ranges.findings;
    }

    private void function(Function function) {
        String role = function.role().text();
        findings.addAll(Property.ofFunction(role, "memory").inRange(function.settings().memory(), 128, 10_240, " MB"));
        findings.addAll(Property.ofFunction(role, "timeout").inSeconds(function.settings().timeout(), 1, 900));
        function.settings().reservedConcurrency().ifPresent(reserved -> findings
                .addAll(Property.ofFunction(role, "reserved-concurrency").inRange(reserved, 1, 1_000_000, "")));
        function.settings().coldStart().filter(Duration::isNegative)
                .ifPresent(cold -> findings.add(Finding.error(Property.ofFunction(role, "cold-start").name(),
                        cold + " is negative", "set what the start of an environment takes, such as 800ms")));
    }

    private void stream(Stream stream) {
        String name = stream.source().name();
        StreamSettings settings = stream.settings();
        findings.addAll(ofHandlers(Property.ofStream(name, "arn").isArn(settings.arn(), ArnKind.STREAM), stream.source()));
        if (settings.mode() == StreamMode.PROVISIONED) {
            findings.addAll(Property.ofStream(name, "shards").inRange(settings.shards(), 1, 10_000, ""));
        }
        Duration retention = settings.retention();
        if (!retention.equals(Duration.ofHours(retention.toHours()))) {
            findings.add(Finding.error(Property.ofStream(name, "retention").name(), retention + " is not in whole hours",
                    "set " + (retention.toHours() + 1) + 'h'));
        } else {
            findings.addAll(Property.ofStream(name, "retention").inRange(retention.toHours(), 24, HOURS_OF_A_YEAR, " h"));
        }
    }

    private void mapping(StreamMapping mapping) {
        String name = mapping.stream().source().name();
        findings.addAll(Property.ofStream(name, "batch-size").inRange(mapping.batchSize(), 1, 10_000, ""));
        findings.addAll(Property.ofStream(name, "batching-window").inSeconds(mapping.batchingWindow(), 0, 300));
        findings.addAll(Property.ofStream(name, "parallelization-factor").inRange(mapping.parallelizationFactor(), 1, 10, ""));
        findings.addAll(
                Property.ofStream(name, "maximum-retry-attempts").inRange(mapping.maximumRetryAttempts(), 0, 10_000, ""));
        findings.addAll(Property.ofStream(name, "maximum-record-age").inSeconds(mapping.maximumRecordAge(), 60, 604_800));
        if (mapping.stream().settings().onFailureBucket() && !stack.hasBucket()) {
            findings.add(Finding.error(Property.ofStream(name, "on-failure-bucket").name(),
                    "there is no bucket, and no client that could read it",
                    "add the dependency software.amazon.awssdk:s3, or remove the setting"));
        }
    }

    private void queues(Source source) {
        String name = source.name();
        QueueSettings settings = stack.settings().queues(source);
        findings.addAll(ofHandlers(Property.ofQueue(name, "arn").isArn(settings.arn(), ArnKind.QUEUE), source));
        if (source.isStream() && settings.arn().isPresent()) {
            findings.add(Finding.error(Property.ofQueue(name, "arn").name(), name + " is a stream",
                    "set quarkus.punctual.template.stream.\"" + name + "\".arn"));
        }
        settings.visibilityTimeout()
                .ifPresent(
                        hidden -> findings.addAll(Property.ofQueue(name, "visibility-timeout").inSeconds(hidden, 0, 43_200)));
        findings.addAll(Property.ofQueue(name, "max-receive-count").inRange(settings.maxReceiveCount(), 5, 1_000, ""));
        findings.addAll(Property.ofQueue(name, "batch-size").inRange(settings.batchSize(), 1, 10, ""));
        settings.maximumConcurrency().ifPresent(most -> findings
                .addAll(Property.ofQueue(name, "maximum-concurrency").inRange(most, 2, 1_000, "")));
    }

    /** With the handlers that would get no events. */
    private List<Finding> ofHandlers(List<Finding> found, Source source) {
        String handlers = stack.application().handlersOf(source).stream().map(Handler::method)
                .collect(Collectors.joining(", "));
        return found.stream().map(finding -> new Finding(finding.level(), finding.where(),
                finding.what() + (handlers.isEmpty() ? "" : " for " + handlers), finding.mend()))
                .toList();
    }

    private void rest(Settings settings) {
        if (settings.key() instanceof KeySetting.Existing key) {
            findings.addAll(new Property("quarkus.punctual.template.kms-key").isArn(Optional.of(key.arn()), ArnKind.KEY));
        }
        if (!LogRetention.DAYS.contains(settings.logRetentionDays())) {
            findings.add(Finding.error("quarkus.punctual.template.log-retention", settings.logRetentionDays()
                    + " days is no time that CloudWatch keeps logs for", "set one of " + LogRetention.DAYS));
        }
        findings.addAll(new Property("quarkus.punctual.template.crashes-within-budget")
                .inRange(settings.crashesWithinBudget(), 0, 100, ""));
    }

    private void unknown() {
        Set<String> streams = stack.streams().stream().map(stream -> stream.source().name()).collect(Collectors.toSet());
        Set<String> sources = stack.application().sources().stream().map(Source::name).collect(Collectors.toSet());
        unknown("stream", stack.settings().streams().keySet(), streams);
        unknown("queue", stack.settings().queues().keySet(), sources);
    }

    private void unknown(String kind, Set<String> configured, Set<String> known) {
        configured.stream().filter(name -> !known.contains(name)).sorted()
                .forEach(name -> findings.add(Finding.error("quarkus.punctual.template." + kind + ".\"" + name + '"',
                        "no handler names it", "name one of " + known.stream().sorted().toList() + ", or remove it")));
    }
}
