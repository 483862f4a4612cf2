package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Optional;

import dev.punctual.Ordering;
import dev.punctual.deadline.Costs;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Handler;
import dev.punctual.template.stack.QueuePurpose;

/** Works out the time lines of handlers. */
final class Timelines {

    private static final double LONGEST = 1;
    private static final double HALF = 0.5;

    private final Times times;

    Timelines(Times times) {
        this.times = times;
    }

    Timeline of(Handler handler) {
        Duration warm = times.delivery(handler.source());
        Duration cold = warm.plus(times.coldStart(FunctionRole.STREAM));
        return new Timeline(handler, warm, cold, handler.retry().map(policy -> limits(handler, policy, warm, cold)));
    }

    private Timeline.Limits limits(Handler handler, RetryPolicy policy, Duration warm, Duration cold) {
        Costs costs = times.costs();
        boolean inPlace = handler.order().ordering() == Ordering.PER_SHARD;
        Duration timeout = times.timeout(FunctionRole.STREAM);
        Course least = Course.of(policy, costs,
                new Course.Way(cold, inPlace, timeout, times.coldStart(FunctionRole.RETRY)), LONGEST);
        Course typical = Course.of(policy, costs, new Course.Way(warm, inPlace, timeout, Duration.ZERO), HALF);
        return new Timeline.Limits(policy.budget().value(), costs.attempt(), times.timing().attemptCost().isEmpty(),
                costs.guard(), policy.budget().value().minus(costs.attemptAndGuard()), least.attempts(), typical.attempts(),
                times.redelivery(handler.source()),
                inPlace ? Optional.empty() : Optional.of(times.hidden(handler.source(), QueuePurpose.RETRY)));
    }
}
