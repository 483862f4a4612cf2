package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeFrame;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

/**
 * One batch in one invocation: workers make the attempts, the invoking thread sends the parcels, watches the clock, and
 * joins the outcomes.
 *
 * <p>
 * A worker takes what is ready until nothing is, and ends; it never waits. Only the invoking thread waits, and starts
 * workers when something has become ready. On an executor that runs its tasks in the caller's thread, a batch is thus
 * handled by one thread alone, deterministically.
 */
final class BatchRun {

    /** What a batch runs with, the same for every batch. */
    record Tools(EngineSettings settings, AttemptRunner runner, Dispatcher dispatcher, DispatchListener listener,
            InstantSource clock, Pause pause, Executor executor) {
    }

    private static final Logger LOG = Logger.getLogger(BatchRun.class);

    private final Tools tools;
    private final Invocation invocation;
    private final Instant cutAt;
    private final Semaphore wakeUps = new Semaphore(0);

    // Guarded by this.
    private final WaitingDeliveries waiting = new WaitingDeliveries();
    private final List<Share> shares = new ArrayList<>();
    private final Map<Thread, Delivery> busy = new HashMap<>();
    private final @Nullable Outcome[] outcomes;
    private final List<Parcel> outbox = new ArrayList<>();
    private int unfinished;
    private int workers;
    private boolean cut;

    BatchRun(Tools tools, Invocation invocation, int items) {
        this.tools = tools;
        this.invocation = invocation;
        this.cutAt = invocation.end().minus(tools.settings().guard());
        this.outcomes = new Outcome[items];
    }

    synchronized void add(Delivery delivery) {
        track(delivery);
        waiting.add(delivery);
    }

    synchronized void add(Share share, Reason reason, String detail) {
        track(share);
        outbox.add(letter(share, reason, detail));
    }

    void pass(Share share) {
        synchronized (this) {
            track(share);
        }
        finish(share, Outcome.IGNORED);
    }

    private void track(Share share) {
        shares.add(share);
        unfinished++;
    }

    /** Handles what was added; returns one outcome for each item, at the latest when the invocation must answer. */
    List<Outcome> toEnd() {
        try {
            while (!isFinished() && tools.clock().instant().isBefore(cutAt)) {
                startWorkers();
                flush();
                tools.pause().await(wakeUps, untilNextEvent());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut();
        return joined();
    }

    private synchronized boolean isFinished() {
        return unfinished == 0;
    }

    private void startWorkers() {
        int starting;
        synchronized (this) {
            Instant now = tools.clock().instant();
            parkOverdue(now);
            starting = Math.min(tools.settings().concurrency() - workers, waiting.countReady(now));
            workers += Math.max(starting, 0);
        }
        for (int i = 0; i < starting; i++) {
            tools.executor().execute(this::work);
        }
    }

    /**
     * Parks what is ready, but has found no free worker until its last chance to meet its deadline elsewhere: slow
     * events do not take others with them.
     */
    private void parkOverdue(Instant now) {
        if (workers < tools.settings().concurrency()) {
            return;
        }
        for (Delivery delivery : waiting.takeReadyWhere(now, this::isLastChanceToPark)) {
            outbox.add(new Parcel.Parked(delivery, delivery.parked(Duration.ZERO)));
        }
    }

    private boolean isLastChanceToPark(Delivery delivery) {
        Duration slack = tools.runner().frame(delivery, invocation).slackForParking();
        return !slack.isNegative() && slack.compareTo(WaitingDeliveries.PARKING_MARGIN) <= 0;
    }

    private void flush() {
        List<Parcel> parcels;
        synchronized (this) {
            parcels = takeOutbox();
        }
        if (!parcels.isEmpty()) {
            tools.dispatcher().send(parcels, this::finish);
        }
    }

    /**
     * A parcel may have waited while others were sent slowly: an event that was to be parked is parked for less, or, where
     * the retry queue would now be too slow, is ready at once, for an attempt here or its end.
     */
    private List<Parcel> takeOutbox() {
        List<Parcel> parcels = new ArrayList<>();
        for (Parcel parcel : outbox) {
            if (!(parcel instanceof Parcel.Parked parked)) {
                parcels.add(parcel);
                continue;
            }
            Delivery delivery = parked.share();
            TimeFrame frame = tools.runner().frame(delivery, invocation);
            if (frame.slackForParking().isNegative()) {
                delivery.readyAt = frame.now();
                waiting.add(delivery);
            } else {
                Duration most = Duration.ofSeconds(frame.slackForParking().getSeconds());
                parcels.add(new Parcel.Parked(delivery, delivery.parked(Durations.min(parked.event().delay(), most))));
            }
        }
        outbox.clear();
        return parcels;
    }

    private synchronized Duration untilNextEvent() {
        Instant now = tools.clock().instant();
        if (unfinished == 0 || !outbox.isEmpty()) {
            return Duration.ZERO;
        }
        boolean saturated = workers >= tools.settings().concurrency();
        Instant next = saturated
                ? waiting.nextLastChanceToPark(cutAt, delivery -> tools.runner().frame(delivery, invocation))
                : waiting.nextReady(cutAt);
        return next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
    }

    private void work() {
        for (Delivery delivery = nextDelivery(); delivery != null; delivery = nextDelivery()) {
            settle(delivery, attempt(delivery));
        }
        leave();
    }

    private synchronized @Nullable Delivery nextDelivery() {
        Delivery next = cut ? null : waiting.takeReady(tools.clock().instant());
        if (next != null) {
            busy.put(Thread.currentThread(), next);
        }
        return next;
    }

    private synchronized void leave() {
        busy.remove(Thread.currentThread());
        // A cut may have interrupted this thread in its last call; the executor's next task must not feel it.
        if (cut && Thread.interrupted()) {
            LOG.debug("A handler ended after its invocation had been answered");
        }
        workers--;
        wakeUps.release();
    }

    private Step attempt(Delivery delivery) {
        try {
            return tools.runner().run(delivery, invocation);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "The attempt of %s for %s could not be made", delivery.event.id(), delivery.handler());
            return new Step.Return("the attempt could not be made: " + e.getClass().getName());
        }
    }

    private void settle(Delivery delivery, Step step) {
        if (step instanceof Step.Done) {
            finish(delivery, Outcome.HANDLED);
        } else if (step instanceof Step.Return back) {
            finish(delivery, new Outcome.ReturnedToSource(back.why()));
        } else {
            synchronized (this) {
                requeue(delivery, step);
            }
            wakeUps.release();
        }
    }

    private void requeue(Delivery delivery, Step step) {
        if (cut) {
            return;
        }
        if (step instanceof Step.WaitUntil wait) {
            delivery.readyAt = wait.readyAt();
            waiting.add(delivery);
        } else if (step instanceof Step.Park park) {
            outbox.add(new Parcel.Parked(delivery, delivery.parked(park.delay())));
        } else if (step instanceof Step.Die death) {
            outbox.add(letter(delivery, death.reason(), death.detail()));
        }
    }

    private Parcel letter(Share share, Reason reason, String detail) {
        return new Parcel.Letter(share, share.letter(reason, detail, tools.clock().instant(), invocation,
                tools.settings().application()));
    }

    private void finish(Share share, Outcome outcome) {
        synchronized (this) {
            if (share.finished) {
                return;
            }
            share.finished = true;
            Outcome before = outcomes[share.item];
            outcomes[share.item] = before == null ? outcome : Outcome.join(before, outcome);
        }
        // Told before the batch can be answered: after its answer, Lambda may freeze the process.
        tools.listener().finished(share.handler(), share.event, outcome, share.attempts.count(), tools.clock().instant());
        synchronized (this) {
            unfinished--;
        }
    }

    /** Sends what is ready to be sent, ends what still runs, and returns to its source what is not finished. */
    private void cut() {
        List<Share> left;
        synchronized (this) {
            cut = true;
            busy.forEach((thread, delivery) -> {
                if (!delivery.finished) {
                    thread.interrupt();
                }
            });
        }
        flush();
        synchronized (this) {
            left = shares.stream().filter(share -> !share.finished).toList();
        }
        for (Share share : left) {
            LOG.warnf("%s was not through with %s when the invocation had to answer; the event returns to its source",
                    share.handler(), share.event.id());
            finish(share, new Outcome.ReturnedToSource("the invocation had to answer"));
        }
    }

    private synchronized List<Outcome> joined() {
        List<Outcome> joined = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            joined.add(outcome == null ? new Outcome.ReturnedToSource("it was not looked at") : outcome);
        }
        return joined;
    }
}
