package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import dev.punctual.spi.SendResult;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.BatchEntry;
import dev.punctual.testkit.queue.BatchResult;
import dev.punctual.testkit.queue.SendRequest;

/** Sends what the engine hands over to a queue of the model, ten at a time, with everything that can go wrong there. */
final class ModelQueue {

    private static final int BATCH = 10;
    private static final Duration SLOWEST = Duration.ofSeconds(4);
    private static final SendResult NOT_SENT = new SendResult.NotSent("the simulator says so");

    /**
     * One message.
     *
     * @param stored told that the queue has it
     */
    record Message(SendRequest request, Runnable stored) {
    }

    private final String queue;
    private final Surrounds surrounds;

    ModelQueue(String queue, Surrounds surrounds) {
        this.queue = queue;
        this.surrounds = surrounds;
    }

    List<SendResult> send(List<Message> messages) {
        surrounds.boundary("before a send to " + queue);
        dawdle();
        if (failsAsAWhole()) {
            surrounds.note("a send to " + queue + " failed");
            throw new IllegalStateException(queue + " is out of reach");
        }
        List<SendResult> results = new ArrayList<>();
        for (int from = 0; from < messages.size(); from += BATCH) {
            results.addAll(sendBatch(messages.subList(from, Math.min(messages.size(), from + BATCH))));
            surrounds.boundary("after a send to " + queue);
        }
        if (failsAsAWhole()) {
            surrounds.note("a send to " + queue + " succeeded and failed");
            throw new IllegalStateException(queue + " has it, and its answer was lost");
        }
        return results;
    }

    private void dawdle() {
        var chaos = surrounds.chaos();
        var most = chaos.strikes(FaultKind.SLOW_SEND) ? SLOWEST : Duration.ofMillis(5);
        surrounds.turns().await(() -> false, chaos.upTo(most));
    }

    private boolean failsAsAWhole() {
        return surrounds.chaos().strikes(FaultKind.SEND, 1 / 3.0);
    }

    private List<SendResult> sendBatch(List<Message> messages) {
        var chaos = surrounds.chaos();
        List<SendResult> results = new ArrayList<>();
        List<BatchEntry<SendRequest>> entries = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            boolean refused = chaos.strikes(FaultKind.SEND, 1 / 2.0);
            boolean denied = refused || chaos.strikes(FaultKind.SEND, 1 / 4.0);
            results.add(denied ? NOT_SENT : SendResult.SENT);
            if (!refused) {
                entries.add(new BatchEntry<>(Integer.toString(i), messages.get(i).request()));
            }
        }
        if (results.contains(NOT_SENT)) {
            surrounds.note("a send to " + queue + " failed in part");
        }
        if (!entries.isEmpty()) {
            call(entries, messages, results);
        }
        return results;
    }

    private void call(List<BatchEntry<SendRequest>> entries, List<Message> messages, List<SendResult> results) {
        try {
            for (var result : surrounds.queues().sendMessageBatch(queue, entries)) {
                int index = Integer.parseInt(result.id());
                if (result instanceof BatchResult.Failure<?> failure) {
                    results.set(index, new SendResult.NotSent(failure.code()));
                } else {
                    messages.get(index).stored().run();
                }
            }
        } catch (AwsException e) {
            entries.forEach(entry -> results.set(Integer.parseInt(entry.id()), new SendResult.NotSent(e.code())));
        }
    }
}
