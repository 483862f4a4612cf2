package dev.punctual.local.deployment;

import java.time.Duration;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.lambda.HostedFunction;
import dev.punctual.testkit.mapping.QueueMapping;
import dev.punctual.testkit.mapping.QueueMappingSettings;
import dev.punctual.testkit.mapping.StreamMapping;
import dev.punctual.testkit.mapping.StreamMappingSettings;
import dev.punctual.testkit.stream.IteratorPosition;

/** Starts the event source mappings of a template. */
final class Feeds {

    private static final String REPORTED = "ReportBatchItemFailures";
    private static final Set<String> BOTH = Set.of("BatchSize", "Enabled", "EventSourceArn", "FunctionName",
            "FunctionResponseTypes", "MaximumBatchingWindowInSeconds", "Tags");
    private static final Set<String> OF_STREAMS = Set.of("BisectBatchOnFunctionError", "DestinationConfig",
            "MaximumRecordAgeInSeconds", "MaximumRetryAttempts", "ParallelizationFactor", "StartingPosition");

    private final Surroundings surroundings;
    private final LocalEndpoints endpoints;
    private final Functions functions;

    Feeds(Surroundings surroundings, LocalEndpoints endpoints, Functions functions) {
        this.surroundings = surroundings;
        this.endpoints = endpoints;
        this.functions = functions;
    }

    /** Starts a mapping; what is returned stops it. */
    AutoCloseable start(Declared declared) {
        Properties properties = surroundings.properties(declared);
        if (properties.text("Enabled").filter("false"::equals).isPresent()) {
            return () -> {
            };
        }
        String source = properties.required("EventSourceArn");
        HostedFunction function = functions.find(properties.required("FunctionName"));
        return source.contains(":kinesis:") ? stream(properties, source, function) : queue(properties, source, function);
    }

    private AutoCloseable stream(Properties properties, String source, HostedFunction function) {
        properties.requireOnly(union(OF_STREAMS));
        StreamMappingSettings.Builder settings = StreamMappingSettings.of(lastPart(source, '/'), function.spec().name());
        properties.number("BatchSize").ifPresent(settings::batchSize);
        properties.seconds("MaximumBatchingWindowInSeconds").ifPresent(settings::batchingWindow);
        properties.number("ParallelizationFactor").ifPresent(settings::parallelizationFactor);
        properties.number("MaximumRetryAttempts").ifPresent(settings::maximumRetryAttempts);
        properties.number("MaximumRecordAgeInSeconds").filter(age -> age >= 0)
                .ifPresent(age -> settings.maximumRecordAge(Duration.ofSeconds(age)));
        if (properties.flag("BisectBatchOnFunctionError")) {
            settings.bisectBatchOnFunctionError();
        }
        if (properties.list("FunctionResponseTypes").contains(REPORTED)) {
            settings.reportBatchItemFailures();
        }
        settings.startingPosition(position(properties));
        properties.part("DestinationConfig").flatMap(part -> part.part("OnFailure"))
                .ifPresent(onFailure -> destination(settings, onFailure.required("Destination")));
        StreamMapping mapping = new StreamMapping(settings.build(), endpoints.streams(), endpoints.queues(),
                endpoints.objects(), function, endpoints.scheduler(), new Random());
        mapping.start();
        return mapping::stop;
    }

    private static IteratorPosition position(Properties properties) {
        String position = properties.required("StartingPosition");
        return switch (position) {
            case "TRIM_HORIZON" -> new IteratorPosition.TrimHorizon();
            case "LATEST" -> new IteratorPosition.Latest();
            default -> throw new IllegalArgumentException(properties.where() + ": StartingPosition " + position
                    + " is not known here; TRIM_HORIZON and LATEST are");
        };
    }

    private static void destination(StreamMappingSettings.Builder settings, String arn) {
        if (arn.contains(":s3:")) {
            settings.onFailureBucket(lastPart(arn, ':'));
        } else {
            settings.onFailureQueue(lastPart(arn, ':'));
        }
    }

    private AutoCloseable queue(Properties properties, String source, HostedFunction function) {
        properties.requireOnly(union(Set.of("ScalingConfig")));
        QueueMappingSettings.Builder settings = QueueMappingSettings.of(lastPart(source, ':'))
                .functionTimeout(function.spec().timeout());
        properties.number("BatchSize").ifPresent(settings::batchSize);
        properties.seconds("MaximumBatchingWindowInSeconds").ifPresent(settings::batchingWindow);
        properties.part("ScalingConfig").flatMap(scaling -> scaling.number("MaximumConcurrency"))
                .ifPresent(settings::maximumConcurrency);
        if (properties.list("FunctionResponseTypes").contains(REPORTED)) {
            settings.reportBatchItemFailures();
        }
        QueueMapping mapping = new QueueMapping(settings.build(), endpoints.queues(), function, endpoints.scheduler());
        mapping.start();
        return mapping::stop;
    }

    private static Set<String> union(Set<String> more) {
        Set<String> known = new HashSet<>(BOTH);
        known.addAll(more);
        return known;
    }

    private static String lastPart(String arn, char separator) {
        return arn.substring(arn.lastIndexOf(separator) + 1);
    }
}
