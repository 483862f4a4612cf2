package dev.punctual.local.sqs;

import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;

import dev.punctual.testkit.queue.ReceivedMessage;

/** The receives that wait for messages, so that they can be answered when the endpoint closes. Thread-safe. */
final class OpenReceives {

    private final Set<CompletableFuture<List<ReceivedMessage>>> open = ConcurrentHashMap.newKeySet();

    CompletionStage<List<ReceivedMessage>> track(CompletionStage<List<ReceivedMessage>> receive) {
        CompletableFuture<List<ReceivedMessage>> future = receive.toCompletableFuture();
        if (!future.isDone()) {
            open.add(future);
            future.whenComplete((messages, failure) -> open.remove(future));
        }
        return future;
    }

    void dismiss() {
        open.forEach(receive -> receive.complete(List.of()));
    }
}
