package dev.punctual.testkit.mapping;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.mapping.response.PartialResponse;

/** Decides which messages of a batch are handled and deleted; the others become visible again. A pure function. */
final class QueueOutcome {

    private QueueOutcome() {
    }

    static List<GatheredMessage> handled(List<GatheredMessage> batch, InvocationResult result,
            boolean reportBatchItemFailures) {
        if (!(result instanceof InvocationResult.Success success)) {
            return List.of();
        }
        return reportBatchItemFailures ? handled(batch, PartialResponse.parse(success.payload())) : batch;
    }

    private static List<GatheredMessage> handled(List<GatheredMessage> batch, PartialResponse response) {
        if (response instanceof PartialResponse.Failures failures) {
            return isKnown(batch, failures.itemIdentifiers())
                    ? batch.stream().filter(message -> !failures.itemIdentifiers().contains(message.id())).toList()
                    : List.of();
        }
        return response instanceof PartialResponse.AllSucceeded ? batch : List.of();
    }

    /** An id that is not of the batch fails the whole batch. */
    private static boolean isKnown(List<GatheredMessage> batch, Set<String> failed) {
        return batch.stream().map(GatheredMessage::id).collect(Collectors.toSet()).containsAll(failed);
    }
}
