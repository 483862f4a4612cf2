package dev.punctual.testkit.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.BatchEntry;
import dev.punctual.testkit.queue.BatchResult;
import dev.punctual.testkit.queue.QueueService;

/**
 * Deletes handled messages ten at a time, and tries again what fails, three times in all; what is left then is received
 * again, as a queue that delivers at least once may do.
 */
final class Deletion {

    private static final String OPERATION = "DeleteMessageBatch";
    private static final int ENTRIES = 10;
    private static final int ATTEMPTS = 3;

    private final GuardedScheduler scheduler;
    private final QueueService queues;
    private final QueueMappingSettings settings;
    private final Tally tally;
    private int pending;

    Deletion(GuardedScheduler scheduler, QueueService queues, QueueMappingSettings settings, Tally tally) {
        this.scheduler = scheduler;
        this.queues = queues;
        this.settings = settings;
        this.tally = tally;
    }

    /** How many messages are yet to be deleted or given up. */
    int pending() {
        return pending;
    }

    void delete(List<GatheredMessage> messages) {
        pending += messages.size();
        var handles = messages.stream().map(message -> message.message().receiptHandle()).toList();
        for (int from = 0; from < handles.size(); from += ENTRIES) {
            deleteSome(handles.subList(from, Math.min(handles.size(), from + ENTRIES)), 1);
        }
    }

    private void deleteSome(List<String> handles, int attempt) {
        scheduler.after(queues.latency(OPERATION, settings.queue()), () -> {
            var failed = attempt(handles);
            var again = attempt < ATTEMPTS ? failed : List.<String> of();
            pending -= handles.size() - again.size();
            if (!again.isEmpty()) {
                scheduler.schedule(settings.backoff().after(attempt), () -> deleteSome(again, attempt + 1));
            }
        });
    }

    /** Returns the handles whose messages could not be deleted. */
    private List<String> attempt(List<String> handles) {
        var entries = IntStream.range(0, handles.size()).mapToObj(i -> new BatchEntry<>(Integer.toString(i), handles.get(i)))
                .toList();
        try {
            var results = queues.deleteMessageBatch(settings.queue(), entries);
            var failed = new ArrayList<String>();
            for (int i = 0; i < handles.size(); i++) {
                if (results.get(i) instanceof BatchResult.Failure<?> failure) {
                    tally.refused(failure.code() + ": " + failure.message());
                    failed.add(handles.get(i));
                }
            }
            return failed;
        } catch (AwsException e) {
            tally.refused(e);
            return handles;
        }
    }
}
