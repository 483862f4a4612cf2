package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.lambda.InvocationResult;

/** What a mapping counts; guarded by the mapping's lock. */
final class Tally {

    private long invocations;
    private long itemsSent;
    private long itemsDone;
    private long itemsDiscarded;
    private int inFlight;
    private Duration iteratorAge = Duration.ZERO;
    private Optional<InvocationResult> lastResult = Optional.empty();
    private Optional<String> lastError = Optional.empty();

    void begun() {
        inFlight++;
    }

    void ended() {
        inFlight--;
    }

    int inFlight() {
        return inFlight;
    }

    void answered(int items, InvocationResult result) {
        lastResult = Optional.of(result);
        if (!(result instanceof InvocationResult.Throttled)) {
            invocations++;
            itemsSent += items;
        }
    }

    void age(Duration age) {
        iteratorAge = age;
    }

    void done(int items) {
        itemsDone += items;
    }

    void discarded(int items) {
        itemsDiscarded += items;
    }

    void refused(AwsException e) {
        lastError = Optional.of(e.code() + ": " + e.detail());
    }

    void refused(String error) {
        lastError = Optional.of(error);
    }

    MappingProgress progress(int buffered) {
        return new MappingProgress(invocations, itemsSent, itemsDone, itemsDiscarded, inFlight, buffered, iteratorAge,
                lastResult, lastError);
    }
}
