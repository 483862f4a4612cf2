package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.mapping.event.LambdaEvent;
import dev.punctual.testkit.mapping.event.SqsEventRecord;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.ReceivedMessage;
import dev.punctual.testkit.time.Scheduler;

/**
 * An event source mapping from an SQS queue to a function, as Lambda runs it.
 *
 * <p>
 * Messages are received with the queue's visibility timeout and deleted once the function handled them; others become
 * visible again when that timeout runs out. A throttled invocation is repeated until then. Thread-safe; never blocks.
 */
public final class QueueMapping {

    private static final int RECEIVE_MAXIMUM = 10;
    private static final Duration RECEIVE_WAIT = Duration.ofSeconds(20);

    private final Object lock = new Object();
    private final Tally tally = new Tally();
    private final QueueMappingSettings settings;
    private final QueueService queues;
    private final GuardedScheduler scheduler;
    private final Invoker invoker;
    private final Deletion deletion;
    private final Gathering gathering;
    private Scheduler.@Nullable Task windowEnd;
    private boolean running;
    private boolean receiving;
    private int failedReceives;
    private CompletableFuture<?> poll = CompletableFuture.completedFuture(List.of());

    public QueueMapping(QueueMappingSettings settings, QueueService queues, LambdaFunction function, Scheduler scheduler) {
        this.settings = settings;
        this.queues = queues;
        this.scheduler = new GuardedScheduler(scheduler, lock);
        this.invoker = new Invoker(this.scheduler, function);
        this.deletion = new Deletion(this.scheduler, queues, settings, tally);
        this.gathering = new Gathering(settings.batchSize(), settings.batchingWindow());
    }

    /**
     * Starts to receive, or goes on after a stop; does nothing while running.
     *
     * @throws AwsException {@code InvalidParameterValueException} if the queue's visibility timeout is shorter than the
     *         function's timeout; what the queue refuses otherwise
     */
    public void start() {
        synchronized (lock) {
            checkVisibility();
            if (!running) {
                running = true;
                scheduler.schedule(Duration.ZERO, this::proceed);
            }
        }
    }

    private void checkVisibility() {
        var visibility = queues.settings(settings.queue()).visibilityTimeout();
        settings.functionTimeout().filter(timeout -> timeout.compareTo(visibility) > 0).ifPresent(timeout -> {
            throw new AwsException("InvalidParameterValueException", "Queue visibility timeout: " + visibility.toSeconds()
                    + " seconds is less than Function timeout: " + timeout.toSeconds() + " seconds", 400);
        });
    }

    /**
     * Receives and invokes no more; invocations in flight end, and their outcome counts. Messages that were gathered become
     * visible again when their visibility timeout runs out.
     */
    public void stop() {
        synchronized (lock) {
            running = false;
            gathering.clear();
            if (poll.cancel(false)) {
                receiving = false;
            }
        }
    }

    /** How far the mapping has come. */
    public MappingProgress progress() {
        synchronized (lock) {
            return tally.progress(gathering.size() + deletion.pending());
        }
    }

    private void proceed() {
        while (running && tally.inFlight() < settings.concurrency() && gathering.isReady(scheduler.instant())) {
            send(gathering.cut());
        }
        awaitWindow();
        receive();
    }

    private void awaitWindow() {
        if (running && windowEnd == null) {
            windowEnd = gathering.untilReady(scheduler.instant()).map(left -> scheduler.schedule(left, () -> {
                windowEnd = null;
                proceed();
            })).orElse(null);
        }
    }

    private void receive() {
        if (!running || receiving || gathering.room() == 0 || tally.inFlight() >= settings.concurrency()) {
            return;
        }
        receiving = true;
        scheduler.after(queues.latency("ReceiveMessage", settings.queue()), this::receiveNow);
    }

    private void receiveNow() {
        if (!running) {
            receiving = false;
            return;
        }
        var request = ReceiveRequest.upTo(Math.min(RECEIVE_MAXIMUM, gathering.room())).waiting(RECEIVE_WAIT);
        try {
            var visibility = queues.settings(settings.queue()).visibilityTimeout();
            var answer = queues.receiveMessageLater(settings.queue(), request).toCompletableFuture();
            poll = answer;
            answer.thenAccept(messages -> scheduler.schedule(Duration.ZERO, () -> received(messages, visibility)));
            failedReceives = 0;
        } catch (AwsException e) {
            tally.refused(e);
            scheduler.schedule(settings.backoff().after(++failedReceives), () -> received(List.of(), Duration.ZERO));
        }
    }

    private void received(List<ReceivedMessage> messages, Duration visibility) {
        receiving = false;
        if (!running) {
            return;
        }
        gathering.add(messages.stream().map(message -> gathered(message, visibility)).toList());
        proceed();
    }

    private GatheredMessage gathered(ReceivedMessage message, Duration visibility) {
        var location = queues.location();
        var json = new SqsEventRecord(message, location.queueArn(settings.queue()), location.region()).toJson();
        var now = scheduler.instant();
        return new GatheredMessage(message, json, now, now.plus(visibility));
    }

    private void send(List<GatheredMessage> batch) {
        tally.begun();
        attempt(batch, 1);
    }

    private void attempt(List<GatheredMessage> batch, int attempt) {
        var event = LambdaEvent.of(batch.stream().map(GatheredMessage::json).toList());
        invoker.invoke(event, result -> answered(batch, attempt, result));
    }

    private void answered(List<GatheredMessage> batch, int attempt, InvocationResult result) {
        tally.answered(batch.size(), result);
        var delay = settings.backoff().after(attempt);
        if (result instanceof InvocationResult.Throttled && isHidden(batch, delay)) {
            scheduler.schedule(delay, () -> repeat(batch, attempt + 1));
            return;
        }
        settle(batch, QueueOutcome.handled(batch, result, settings.reportBatchItemFailures()));
    }

    private void repeat(List<GatheredMessage> batch, int attempt) {
        if (running) {
            attempt(batch, attempt);
        } else {
            settle(batch, List.of());
        }
    }

    private void settle(List<GatheredMessage> batch, List<GatheredMessage> handled) {
        tally.done(handled.size());
        tally.discarded(batch.size() - handled.size());
        tally.ended();
        deletion.delete(handled);
        proceed();
    }

    /** Whether all of the batch is still hidden after a delay. */
    private boolean isHidden(List<GatheredMessage> batch, Duration delay) {
        var then = scheduler.instant().plus(delay);
        return batch.stream().allMatch(message -> then.isBefore(message.hiddenUntil()));
    }
}
