package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.EventContext;
import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Costs;
import dev.punctual.deadline.TimeFrame;
import dev.punctual.retry.RetryDecision;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.AttemptObserver.Observation;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.UndecodableException;

/** Makes one attempt of a delivery, if there is time for it, and says what is next; the only place that calls handlers. */
final class AttemptRunner {

    private static final Logger LOG = Logger.getLogger(AttemptRunner.class);

    /**
     * What a thread takes to wake up after a wait. A wait that is planned to end at the last instant that allows an attempt
     * ends just after it.
     */
    private static final Duration WAKE_UP = Duration.ofMillis(20);

    private final EngineSettings settings;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final DispatchListener listener;
    private final AttemptObserver observer;

    AttemptRunner(EngineSettings settings, InstantSource clock, RandomGenerator random, DispatchListener listener,
            AttemptObserver observer) {
        this.settings = settings;
        this.clock = clock;
        this.random = random;
        this.listener = listener;
        this.observer = observer;
    }

    TimeFrame frame(Delivery delivery, Invocation invocation) {
        return frame(delivery, invocation, Duration.ZERO);
    }

    private TimeFrame frame(Delivery delivery, Invocation invocation, Duration wakeUp) {
        Duration cost = delivery.state.cost.expectedWithin(delivery.halfOfInvocation).plus(wakeUp);
        return new TimeFrame(clock.instant(), delivery.deadline, invocation.end(),
                new Costs(cost, settings.guard(), settings.queueLatency()));
    }

    Step run(Delivery delivery, Invocation invocation) {
        Step.Die fate = delivery.fate;
        if (fate != null) {
            return fate;
        }
        try {
            if (delivery.attempts.count() >= delivery.route.policy().maxAttempts()) {
                // The application was deployed with fewer attempts while the event waited in the retry queue.
                return new Step.Die(Reason.ATTEMPTS, "all " + delivery.attempts.count() + " attempts failed");
            }
            // Read anew for each attempt: a handler may have changed what the one before was given.
            Object payload = Guarded.decode(delivery.route.decoder(), delivery.envelope);
            TimeFrame frame = frame(delivery, invocation);
            if (!frame.attemptMeetsDeadline(Duration.ZERO)) {
                return new Step.Die(Reason.DEADLINE, "the deadline leaves no time for another attempt");
            }
            if (!frame.attemptFitsInvocation(Duration.ZERO)) {
                return new Step.Return("the invocation leaves no time for another attempt");
            }
            Optional<RetryDecision.Park> spared = spare(delivery, frame);
            return spared.isPresent() ? new Step.Park(spared.get().delay())
                    : attempt(delivery, payload, invocation, frame.now());
        } catch (UndecodableException e) {
            return new Step.Die(Reason.UNDECODABLE, settings.redaction().apply(String.valueOf(e.getMessage())));
        }
    }

    /** Parks an event whose handler is to be left alone, if its deadline and its order allow that. */
    private static Optional<RetryDecision.Park> spare(Delivery delivery, TimeFrame frame) {
        if (!delivery.route.order().mayPark() || frame.slackForParking().isNegative()) {
            return Optional.empty();
        }
        Duration closedAfter = delivery.state.storm.closedAfter(frame.now());
        return closedAfter.isZero() ? Optional.empty() : RetryDecision.park(frame, closedAfter);
    }

    private Step attempt(Delivery delivery, Object payload, Invocation invocation, Instant start) {
        AttemptContext context = AttemptContext.of(delivery, clock);
        String handler = delivery.route.handler();
        Observation observation = observer.begin(handler, context, delivery.before());
        context.observed(observation);
        listener.attemptStarted(handler, context, start);
        Throwable failure = call(delivery, payload, context);
        observation.end(failure);
        Instant end = clock.instant();
        listener.attemptEnded(handler, context, start, end, failure);
        if (failure == null) {
            delivery.state.succeeded(Duration.between(start, end));
            return Step.DONE;
        }
        if (delivery.isDone()) {
            LOG.warnf(failure, "%s failed for %s after its transaction was made; the event is handled", handler,
                    delivery.eventId());
            return Step.DONE;
        }
        delivery.attempts = delivery.attempts.plus(new Attempt(context.attempt(), start, end, invocation.function(),
                invocation.requestId(), Failure.of(failure, settings.redaction()), observation.trace().traceparent()));
        boolean permanent = delivery.route.policy().isPermanent(failure);
        delivery.state.failed(Duration.between(start, end), permanent, end);
        Step next = permanent
                ? new Step.Die(Reason.PERMANENT, failure.getClass().getName() + " is permanent: no retry can help")
                : afterFailure(delivery, frame(delivery, invocation, WAKE_UP));
        if (next instanceof Step.WaitUntil wait) {
            listener.retriedInPlace(handler, context, Duration.between(end, wait.readyAt()));
        }
        return next;
    }

    // A handler may throw anything, Errors too, and whatever it is, the event must not be lost.
    private static @Nullable Throwable call(Delivery delivery, Object payload, EventContext context) {
        try {
            delivery.route.invoker().invoke(payload, context);
            return null;
        } catch (Throwable failure) {
            return failure;
        }
    }

    private Step afterFailure(Delivery delivery, TimeFrame frame) {
        RetryDecision decision = decide(delivery, frame);
        if (decision instanceof RetryDecision.RetryInPlace retry) {
            return new Step.WaitUntil(frame.now().plus(retry.delay()));
        }
        if (decision instanceof RetryDecision.Park park) {
            return new Step.Park(park.delay());
        }
        if (decision instanceof RetryDecision.ReturnToSource) {
            return new Step.Return("the invocation leaves no time to wait for another attempt in its place");
        }
        if (decision instanceof RetryDecision.AttemptsUsedUp) {
            return new Step.Die(Reason.ATTEMPTS, "all " + delivery.attempts.count() + " attempts failed");
        }
        return new Step.Die(Reason.DEADLINE,
                "the deadline leaves no time for another attempt after " + delivery.attempts.count());
    }

    private RetryDecision decide(Delivery delivery, TimeFrame frame) {
        int attempts = delivery.attempts.count();
        if (!delivery.route.order().mayPark()) {
            return RetryDecision.inPlace(delivery.route.policy(), attempts, frame, random);
        }
        RetryDecision decision = RetryDecision.afterFailure(delivery.route.policy(), attempts, frame, random);
        if (decision instanceof RetryDecision.RetryInPlace retry && !delivery.state.storm.mayRetryInPlace()) {
            return RetryDecision.park(frame, retry.delay()).map(RetryDecision.class::cast).orElse(retry);
        }
        return decision;
    }
}
