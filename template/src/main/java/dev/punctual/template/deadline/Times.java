package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.deadline.Costs;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/**
 * The times of a stack, as configured or assumed.
 *
 * @param stack the resources
 */
record Times(Stack stack) {

    Timing timing() {
        return stack.application().timing();
    }

    /** C, G and L. */
    Costs costs() {
        return new Costs(timing().attemptCost().orElse(Estimates.ATTEMPT), timing().guard(), timing().queueLatency());
    }

    /** How long an event waits at most before the function is called: a stream's window and poll; queues are polled at once. */
    Duration delivery(Source source) {
        return source.isStream() ? window(source).plus(Estimates.POLL) : Duration.ZERO;
    }

    Duration window(Source source) {
        return stack.mapping(source).map(StreamMapping::batchingWindow).orElse(Duration.ZERO);
    }

    Duration coldStart(FunctionRole role) {
        return Estimates.coldStart(stack, stack.function(role));
    }

    Duration timeout(FunctionRole role) {
        return stack.function(role).settings().timeout();
    }

    /** How long a message of a queue beside a source is hidden. */
    Duration hidden(Source source, QueuePurpose purpose) {
        return stack.queue(source, purpose).orElseThrow().visibilityTimeout();
    }

    /**
     * How long after a crash the source delivers an event again: a stream's batch when the function's time is up at the latest.
     */
    Duration redelivery(Source source) {
        return source.isStream() ? timeout(FunctionRole.STREAM).plus(Estimates.POLL) : hidden(source, QueuePurpose.SOURCE);
    }

    /** The least budget that holds with a free environment. */
    Duration floor(Handler handler) {
        return delivery(handler.source()).plus(costs().attemptAndGuard());
    }
}
