package dev.punctual.local.sqs;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

import dev.punctual.testkit.queue.BatchResult;

/** Writes what became of the entries of a batch. */
final class BatchAnswers {

    private BatchAnswers() {
    }

    /** @param success writes an entry that is done, told its id and what the model tells of it */
    static <T> MessageShapes.BatchDone of(List<BatchResult<T>> results, BiFunction<String, T, Object> success) {
        List<Object> successful = new ArrayList<>();
        List<MessageShapes.Failed> failed = new ArrayList<>();
        for (BatchResult<T> result : results) {
            if (result instanceof BatchResult.Success<T> done) {
                successful.add(success.apply(done.id(), done.value()));
            } else if (result instanceof BatchResult.Failure<T> not) {
                failed.add(new MessageShapes.Failed(not.id(), not.senderFault(), not.code(), not.message()));
            }
        }
        return new MessageShapes.BatchDone(successful.isEmpty() ? null : successful, failed.isEmpty() ? null : failed);
    }
}
