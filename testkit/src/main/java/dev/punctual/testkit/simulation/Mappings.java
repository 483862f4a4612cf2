package dev.punctual.testkit.simulation;

import dev.punctual.testkit.mapping.QueueMappingSettings;
import dev.punctual.testkit.mapping.StreamMappingSettings;

/** The settings of a run's mappings. */
record Mappings(Plan plan, Wiring wiring) {

    StreamMappingSettings ofStream() {
        var platform = plan.platform();
        var settings = StreamMappingSettings.of(World.STREAM, "orders-stream").batchSize(platform.batchSize())
                .parallelizationFactor(platform.parallelization()).maximumRetryAttempts(platform.retryAttempts())
                .onFailureQueue(World.ON_FAILURE);
        platform.maximumAge().ifPresent(settings::maximumRecordAge);
        if (platform.bisect()) {
            settings.bisectBatchOnFunctionError();
        }
        return (wiring.reportsItemFailures() ? settings.reportBatchItemFailures() : settings).build();
    }

    QueueMappingSettings ofRetryQueue() {
        return ofQueue(World.RETRY);
    }

    QueueMappingSettings ofOnFailureQueue() {
        return ofQueue(World.ON_FAILURE);
    }

    private QueueMappingSettings ofQueue(String queue) {
        var settings = QueueMappingSettings.of(queue).batchSize(Math.min(10, plan.platform().batchSize()))
                .maximumConcurrency(4).functionTimeout(plan.functionTimeout());
        return (wiring.reportsItemFailures() ? settings.reportBatchItemFailures() : settings).build();
    }
}
