package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.Reason;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Outcome;

/**
 * One batch in one invocation: workers make the attempts, one of them at a time sends the parcels, the invoking thread
 * watches the clock and joins the outcomes.
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

    private static final int ANSWERS_SHARE = 4;

    private final Tools tools;
    private final Invocation invocation;
    private final Instant cutAt;
    private final Duration invocationTime;
    private final Semaphore wakeUps = new Semaphore(0);

    private final Outbox outbox;

    // Guarded by this.
    private final WaitingDeliveries waiting = new WaitingDeliveries();
    private final List<Share> shares = new ArrayList<>();
    private final Map<Thread, Delivery> busy = new HashMap<>();
    private final @Nullable Outcome[] outcomes;
    private int unfinished;
    private int workers;
    private boolean cut;
    private Instant nextLook = Instant.MIN;
    // How many workers there can be: fewer than configured where no more threads can be had.
    private int places;

    BatchRun(Tools tools, Invocation invocation, int items) {
        this.tools = tools;
        this.invocation = invocation;
        this.places = tools.settings().concurrency();
        this.cutAt = invocation.end().minus(tools.settings().guard());
        Duration left = Duration.between(tools.clock().instant(), invocation.end());
        this.invocationTime = left.isNegative() ? Duration.ZERO : left;
        this.outcomes = new Outcome[items];
        this.outbox = new Outbox(tools.dispatcher(), this::lastLook, this::finish);
    }

    synchronized void add(Delivery delivery) {
        delivery.invocationTime = invocationTime;
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
            while (!isFinished() && places > 0 && tools.clock().instant().isBefore(cutAt)) {
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
            starting = waiting.countReady(now, places - workers);
            workers += starting;
        }
        for (int i = 0; i < starting; i++) {
            if (!start()) {
                notStarted(starting - i);
                return;
            }
        }
    }

    // An executor may be closed, or memory may not do for another thread; the workers that there are go on.
    private boolean start() {
        try {
            tools.executor().execute(this::work);
            return true;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            LOG.error("No thread could be had for a handler", e);
            return false;
        }
    }

    private synchronized void notStarted(int missing) {
        workers -= missing;
        places = workers;
    }

    /**
     * Parks what is ready, but has found no free worker until its last chance to meet its deadline elsewhere: slow
     * events do not take others with them.
     */
    private void parkOverdue(Instant now) {
        if (workers < places || now.isBefore(nextLook)) {
            return;
        }
        for (Delivery delivery : waiting.takeReadyWhere(now, this::isLastChanceToPark)) {
            outbox.add(new Parcel.Parked(delivery, Duration.ZERO));
        }
        // Not at every wake-up: looking at all that wait, each time that one of them is through, would be quadratic.
        nextLook = now.plus(WaitingDeliveries.PARKING_MARGIN.dividedBy(2));
    }

    private boolean isLastChanceToPark(Delivery delivery) {
        Duration slack = tools.runner().frame(delivery, invocation).slackForParking();
        return !slack.isNegative() && slack.compareTo(WaitingDeliveries.PARKING_MARGIN) <= 0;
    }

    /** Has the parcels sent by a thread of its own, so that a slow queue holds up neither the answer nor the handlers. */
    private void flush() {
        if (!outbox.claim()) {
            return;
        }
        try {
            tools.executor().execute(this::sendParcels);
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            LOG.error("No thread could be had to send messages; the invoking one sends them", e);
            sendParcels();
        }
    }

    private void sendParcels() {
        outbox.send();
        wakeUps.release();
    }

    /** A parcel as it can be sent now; an event that it is too late to park tries once more in place, if it can. */
    private synchronized Optional<Parcel> lastLook(Parcel parcel) {
        if (!(parcel instanceof Parcel.Parked parked)) {
            return Optional.of(parcel);
        }
        Duration slack = tools.runner().frame(parked.share(), invocation).slackForParking();
        if (slack.isNegative()) {
            requeue(parked.share(), new Step.WaitUntil(tools.clock().instant()));
            return Optional.empty();
        }
        return Optional.of(parked.within(slack));
    }

    private synchronized Duration untilNextEvent() {
        Instant now = tools.clock().instant();
        if (unfinished == 0) {
            return Duration.ZERO;
        }
        Instant latest = workers >= places && nextLook.isBefore(cutAt) ? nextLook : cutAt;
        Instant next = workers >= places ? latest : waiting.nextReady(cutAt);
        return next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
    }

    private void work() {
        try {
            for (Delivery delivery = nextDelivery(); delivery != null; delivery = nextDelivery()) {
                settle(delivery, attempt(delivery));
            }
        } finally {
            leave();
        }
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
            outbox.add(new Parcel.Parked(delivery, park.delay()));
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
        awaitQueues();
        synchronized (this) {
            left = shares.stream().filter(share -> !share.finished).toList();
        }
        if (!left.isEmpty()) {
            LOG.warnf("%d events were not through when the invocation had to answer; they return to their source. The first is"
                    + " %s, for %s", left.size(), left.get(0).event.id(), left.get(0).handler());
        }
        for (Share share : left) {
            finish(share, new Outcome.ReturnedToSource("the invocation had to answer"));
        }
    }

    /** What is under way to a queue has until the guard is nearly over: the answer takes the rest. */
    private void awaitQueues() {
        Instant latest = invocation.end().minus(tools.settings().guard().dividedBy(ANSWERS_SHARE));
        try {
            for (Instant now = tools.clock().instant(); outbox.isSending() && now.isBefore(latest); now = tools.clock()
                    .instant()) {
                tools.pause().await(wakeUps, Duration.between(now, latest));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        outbox.close();
    }

    private synchronized List<Outcome> joined() {
        List<Outcome> joined = new ArrayList<>();
        for (Outcome outcome : outcomes) {
            joined.add(outcome == null ? new Outcome.ReturnedToSource("it was not looked at") : outcome);
        }
        return joined;
    }
}
