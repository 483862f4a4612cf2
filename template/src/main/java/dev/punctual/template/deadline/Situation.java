package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.deadline.Costs;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Queue;
import dev.punctual.template.stack.QueuePurpose;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.stack.StreamMapping;

/** A handler in the deployment that runs it, and what follows for its times. */
record Situation(Stack stack, Handler handler) {

    Source source() {
        return handler.source();
    }

    Settings settings() {
        return stack.settings();
    }

    Timing timing() {
        return stack.application().timing();
    }

    Costs costs() {
        return Estimates.costs(timing());
    }

    FunctionSettings function(FunctionRole role) {
        return stack.function(role).settings();
    }

    Duration coldStart(FunctionRole role) {
        return Estimates.coldStart(settings(), role);
    }

    Optional<StreamMapping> streamMapping() {
        return stack.mapping(source());
    }

    Queue queue(QueuePurpose purpose) {
        return stack.queue(source(), purpose).orElseThrow();
    }

    boolean mayPark() {
        return handler.order().mayPark();
    }

    Arrival arrival() {
        return streamMapping()
                .map(mapping -> new Arrival(mapping.batchingWindow(), Estimates.POLL, coldStart(FunctionRole.STREAM)))
                .orElseGet(() -> new Arrival(Duration.ZERO, Estimates.LONG_POLL, coldStart(FunctionRole.STREAM)));
    }

    Crash crash() {
        Duration cold = coldStart(FunctionRole.STREAM);
        Duration again = source().isStream()
                ? function(FunctionRole.STREAM).timeout().plus(Estimates.REDELIVERY)
                : queue(QueuePurpose.SOURCE).visibilityTimeout().plus(costs().queueLatency());
        Optional<Duration> inRetry = mayPark() ? Optional.of(queue(QueuePurpose.RETRY).visibilityTimeout()
                .plus(costs().queueLatency()).plus(coldStart(FunctionRole.RETRY))) : Optional.empty();
        return new Crash(again.plus(cold), inRetry);
    }

    Journey journey(RetryPolicy policy) {
        return new Journey(policy, costs(), mayPark(), function(FunctionRole.STREAM).timeout(),
                function(FunctionRole.RETRY).timeout());
    }

    /** What a letter takes on its way through the dead-letter function, if it goes that way. */
    Duration letterHop(Duration coldStart) {
        return stack.letterBox() == QueuePurpose.ON_FAILURE ? costs().queueLatency().plus(coldStart).plus(costs().guard())
                : Duration.ZERO;
    }
}
