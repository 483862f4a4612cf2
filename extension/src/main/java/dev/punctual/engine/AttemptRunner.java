package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

import dev.punctual.EventContext;
import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Costs;
import dev.punctual.deadline.TimeFrame;
import dev.punctual.retry.RetryDecision;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.UndecodableException;

/** Makes one attempt of a delivery, if there is time for it, and says what is next; the only place that calls handlers. */
final class AttemptRunner {

    /**
     * What a thread takes to wake up after a wait. A wait that is planned to end at the last instant that allows an attempt
     * ends just after it.
     */
    private static final Duration WAKE_UP = Duration.ofMillis(20);

    private final EngineSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DispatchListener listener;

    AttemptRunner(EngineSettings settings, InstantSource clock, RandomGenerator random, DispatchListener listener) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.listener = listener;
    }

    TimeFrame frame(Delivery delivery, Invocation invocation) {
        return frame(delivery, invocation, Duration.ZERO);
    }

    private TimeFrame frame(Delivery delivery, Invocation invocation, Duration wakeUp) {
        Duration cost = delivery.cost.expectedWithin(delivery.invocationTime).plus(wakeUp);
        return new TimeFrame(clock.instant(), delivery.deadline, invocation.end(),
                new Costs(cost, settings.guard(), settings.queueLatency()));
    }

    Step run(Delivery delivery, Invocation invocation) {
        try {
            if (delivery.attempts.count() >= delivery.route.policy().maxAttempts()) {
                // The application was deployed with fewer attempts while the event waited in the retry queue.
                return new Step.Die(Reason.ATTEMPTS, "all " + delivery.attempts.count() + " attempts failed");
            }
            // Read anew for each attempt: a handler may have changed what the one before was given.
            Object payload = Guarded.decode(delivery.route.codec(), delivery.envelope.payload());
            TimeFrame frame = frame(delivery, invocation);
            if (!frame.attemptMeetsDeadline(Duration.ZERO)) {
                return new Step.Die(Reason.DEADLINE, "the deadline leaves no time for another attempt");
            }
            if (!frame.attemptFitsInvocation(Duration.ZERO)) {
                return new Step.Return("the invocation leaves no time for another attempt");
            }
            return attempt(delivery, payload, invocation, frame.now());
        } catch (UndecodableException e) {
            return new Step.Die(Reason.UNDECODABLE, String.valueOf(e.getMessage()));
        }
    }

    // A handler may throw anything, Errors too, and whatever it is, the event must not be lost.
    private Step attempt(Delivery delivery, Object payload, Invocation invocation, Instant start) {
        EventContext context = AttemptContext.of(delivery, clock);
        String handler = delivery.route.handler();
        listener.attemptStarted(handler, context, start);
        try {
            delivery.route.invoker().invoke(payload, context);
            delivery.cost.learn(Duration.between(start, clock.instant()));
            return Step.DONE;
        } catch (Throwable failure) {
            Instant end = clock.instant();
            delivery.cost.learn(Duration.between(start, end));
            delivery.attempts = delivery.attempts
                    .plus(new Attempt(context.attempt(), start, end, invocation.function(), invocation.requestId(),
                            Failure.of(failure)));
            listener.attemptFailed(handler, context, failure);
            return afterFailure(delivery, failure, frame(delivery, invocation, WAKE_UP));
        }
    }

    private Step afterFailure(Delivery delivery, Throwable failure, TimeFrame frame) {
        if (delivery.route.policy().isPermanent(failure)) {
            return new Step.Die(Reason.PERMANENT, failure.getClass().getName() + " is permanent: no retry can help");
        }
        RetryDecision decision = RetryDecision.afterFailure(delivery.route.policy(), delivery.attempts.count(), frame, random);
        if (decision instanceof RetryDecision.RetryInPlace retry) {
            return new Step.WaitUntil(frame.now().plus(retry.delay()));
        }
        if (decision instanceof RetryDecision.Park park) {
            return new Step.Park(park.delay());
        }
        if (decision instanceof RetryDecision.AttemptsUsedUp) {
            return new Step.Die(Reason.ATTEMPTS, "all " + delivery.attempts.count() + " attempts failed");
        }
        return new Step.Die(Reason.DEADLINE,
                "the deadline leaves no time for another attempt after " + delivery.attempts.count());
    }
}
