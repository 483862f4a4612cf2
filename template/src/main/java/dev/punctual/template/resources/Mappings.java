package dev.punctual.template.resources;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.cloudformation.Resource;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.stack.QueueMapping;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** What feeds the functions. */
final class Mappings {

    private static final String TYPE = "AWS::Lambda::EventSourceMapping";
    private static final Value REPORTED = Value.items(Value.text("ReportBatchItemFailures"));

    private final Stack stack;
    private final boolean serverless;

    private Mappings(Stack stack, boolean serverless) {
        this.stack = stack;
        this.serverless = serverless;
    }

    static List<Resource> of(Stack stack, boolean serverless) {
        Mappings mappings = new Mappings(stack, serverless);
        List<Resource> resources = new ArrayList<>();
        stack.streamMappings().stream().map(mappings::of).forEach(resources::add);
        stack.queueMappings().stream().map(mappings::of).forEach(resources::add);
        return resources;
    }

    private Resource of(StreamMapping mapping) {
        Members properties = Value.members().and("EventSourceArn", References.arn(mapping.stream()))
                .and("FunctionName", fed(FunctionRole.STREAM))
                .and("FunctionResponseTypes", REPORTED)
                .and("StartingPosition", "TRIM_HORIZON")
                .and("BatchSize", mapping.batchSize())
                .and("MaximumBatchingWindowInSeconds", mapping.batchingWindow().toSeconds())
                .and("ParallelizationFactor", mapping.parallelizationFactor())
                .and("BisectBatchOnFunctionError", true)
                .and("MaximumRetryAttempts", mapping.maximumRetryAttempts())
                .and("MaximumRecordAgeInSeconds", mapping.maximumRecordAge().toSeconds())
                .and("DestinationConfig", Value.members().and("OnFailure",
                        Value.members().and("Destination", onFailure(mapping))));
        return Resource.of(mapping.id(), TYPE, properties);
    }

    private Value onFailure(StreamMapping mapping) {
        return mapping.stream().settings().onFailureBucket() ? Value.attribute(Buckets.ID, "Arn")
                : References.arn(stack.queue(mapping.stream().source(), QueuePurpose.ON_FAILURE).orElseThrow());
    }

    private Resource of(QueueMapping mapping) {
        Members properties = Value.members().and("EventSourceArn", References.arn(mapping.queue()))
                .and("FunctionName", fed(mapping.role()))
                .and("FunctionResponseTypes", REPORTED)
                .and("BatchSize", mapping.batchSize());
        return Resource.of(mapping.id(), TYPE, mapping.maximumConcurrency().map(most -> properties.and("ScalingConfig",
                Value.members().and("MaximumConcurrency", most))).orElse(properties));
    }

    private Value fed(FunctionRole role) {
        return Functions.fed(stack.function(role), stack, serverless);
    }
}
