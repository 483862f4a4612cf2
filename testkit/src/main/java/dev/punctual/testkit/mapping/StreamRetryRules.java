package dev.punctual.testkit.mapping;

import java.util.List;
import java.util.Optional;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.mapping.response.PartialResponse;

/**
 * Decides what becomes of a batch after an invocation; a pure function.
 *
 * <p>
 * The lowest failed sequence number is the checkpoint: records before it are done, the rest failed. With bisecting, the
 * rest is cut at the checkpoint, or in half where that cuts nothing, without using the retry quota; else each repetition
 * uses it. Throttled invocations are repeated without using it.
 */
record StreamRetryRules(boolean reportBatchItemFailures, boolean bisect, int maximumRetryAttempts) {

    static StreamRetryRules of(StreamMappingSettings settings) {
        return new StreamRetryRules(settings.reportBatchItemFailures(), settings.bisectBatchOnFunctionError(),
                settings.maximumRetryAttempts());
    }

    Verdict judge(StreamBatch batch, InvocationResult result) {
        if (result instanceof InvocationResult.Throttled) {
            return new Verdict.TryAgain(List.of(batch));
        }
        var invoked = batch.invoked();
        if (result instanceof InvocationResult.Success success) {
            var checkpoint = reportBatchItemFailures ? checkpoint(batch, success.payload()) : batch.size();
            return checkpoint == batch.size() ? new Verdict.Done() : failed(invoked, checkpoint, Optional.empty());
        }
        return failed(invoked, 0, Optional.of("Unhandled"));
    }

    /** The index of the first failed record; 0 for answers that fail the whole batch, the size for none. */
    private static int checkpoint(StreamBatch batch, byte[] answer) {
        var response = PartialResponse.parse(answer);
        if (response instanceof PartialResponse.Failures failures) {
            var sequenceNumbers = batch.records().stream().map(BufferedRecord::sequenceNumber).toList();
            return failures.itemIdentifiers().stream().mapToInt(sequenceNumbers::indexOf).map(index -> Math.max(index, 0)).min()
                    .orElse(0);
        }
        return response instanceof PartialResponse.AllSucceeded ? batch.size() : 0;
    }

    private Verdict failed(StreamBatch batch, int checkpoint, Optional<String> functionError) {
        var rest = batch.from(checkpoint);
        if (bisect && checkpoint > 0) {
            return new Verdict.TryAgain(List.of(rest));
        }
        if (bisect && rest.size() > 1) {
            var middle = rest.size() / 2;
            return new Verdict.TryAgain(List.of(rest.part(0, middle), rest.from(middle)));
        }
        if (maximumRetryAttempts >= 0 && rest.retries() >= maximumRetryAttempts) {
            return new Verdict.GiveUp(rest, functionError);
        }
        return new Verdict.TryAgain(List.of(rest.retried()));
    }
}
