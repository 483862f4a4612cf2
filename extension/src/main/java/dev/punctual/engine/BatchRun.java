package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Durations;
import dev.punctual.ledger.Death;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.Outcome;

/**
 * One batch in one invocation: workers make the attempts, desks talk to the queues and the ledger, the invoking thread
 * watches the clock and joins the outcomes.
 *
 * <p>
 * Only the invoking thread waits, and starts the others when there is something for them. On an executor that runs its
 * tasks in the caller's thread, a batch is thus handled by one thread alone, deterministically.
 */
final class BatchRun implements Stage {

    /** What a batch runs with, the same for every batch. */
    record Tools(EngineSettings settings, AttemptRunner runner, Dispatcher dispatcher, Optional<LedgerTools> ledger,
            DispatchListener listener, InstantSource clock, Pause pause, Executor executor) {
    }

    private static final Logger LOG = Logger.getLogger(BatchRun.class);

    /** How long before the last chance to park an event it is parked: time enough to notice and to send it. */
    private static final Duration PARKING_MARGIN = Duration.ofMillis(100);

    /** So many events are claimed ahead for each worker: few, since they are suspects if the process dies. */
    private static final int CLAIMED_AHEAD = 4;

    private static final int ANSWERS_SHARE = 4;

    private final Tools tools;
    private final Invocation invocation;
    private final Instant cutAt;
    private final Duration halfOfInvocation;
    private final Semaphore wakeUps = new Semaphore(0);
    private final Outcomes outcomes;
    private final Schedule schedule = new Schedule();
    private final Lanes lanes = new Lanes();
    private final Workers workers;
    private final Desks desks;
    private final Outbox outbox;
    private final Book direct;
    private final @Nullable LedgerRun ledger;
    private volatile boolean cut;
    private Instant nextLook = Instant.MIN;

    BatchRun(Tools tools, Invocation invocation, int items) {
        this.tools = tools;
        this.invocation = invocation;
        this.cutAt = invocation.end().minus(tools.settings().guard());
        Duration left = Duration.between(now(), invocation.end());
        this.halfOfInvocation = left.isNegative() ? Duration.ZERO : Durations.part(left, 2);
        this.outcomes = new Outcomes(items);
        this.workers = new Workers(tools.executor(), tools.settings().concurrency(), () -> schedule.takeReady(now()),
                this::attempt, this::wakeUp);
        this.direct = new DirectBook(this, tools.clock());
        this.ledger = tools.ledger().map(with -> new LedgerRun(with, this, tools, invocation, cutAt)).orElse(null);
        this.outbox = new Outbox(this, this::book, tools, invocation);
        this.desks = new Desks(tools.executor(), this::wakeUp);
        desks.add(outbox.desk());
        if (ledger != null) {
            desks.add(ledger.desk());
        }
    }

    private Instant now() {
        return tools.clock().instant();
    }

    void add(Delivery delivery) {
        delivery.halfOfInvocation = halfOfInvocation;
        outcomes.track(delivery);
        if (Lanes.isOrdered(delivery)) {
            lanes.enter(delivery);
        } else {
            ready(delivery);
        }
    }

    void add(Share share, Reason reason, String detail) {
        outcomes.track(share);
        bury(share, new Death(reason, detail, now()));
    }

    void pass(Share share) {
        outcomes.track(share);
        finish(share, Outcome.IGNORED);
    }

    /** Handles what was added; returns one outcome for each item, at the latest when the invocation must answer. */
    List<Outcome> toEnd() {
        lanes.open().forEach(this::ready);
        try {
            while (outcomes.unfinished() > 0 && workers.canBeHad() && now().isBefore(cutAt)) {
                parkOverdue(now());
                claim();
                desks.flush();
                workers.start(Math.max(0, Math.min(workers.free(), schedule.countReady(now()))));
                desks.flush();
                tools.pause().await(wakeUps, untilNextEvent());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        cut();
        return outcomes.all();
    }

    private void claim() {
        if (ledger == null) {
            return;
        }
        int room = CLAIMED_AHEAD * tools.settings().concurrency() - schedule.countReady(now()) - ledger.desk().pending();
        schedule.takeUnclaimed(room).forEach(ledger::claim);
        if (workers.areIdle() && !ledger.desk().isBusy()) {
            Optional.ofNullable(schedule.takeSuspect()).ifPresent(ledger::claim);
        }
    }

    /**
     * Parks what is ready, but has found no free worker until its last chance to meet its deadline elsewhere: slow
     * events do not take others with them.
     */
    private void parkOverdue(Instant now) {
        if (workers.free() > 0 || now.isBefore(nextLook)) {
            return;
        }
        for (Delivery delivery : schedule.takeOverdue(this::isLastChanceToPark)) {
            if (delivery.mustBeClaimed() && ledger != null) {
                delivery.overdue = true;
                ledger.claim(delivery);
            } else {
                book(delivery).park(delivery, Duration.ZERO);
            }
        }
        // Not at every wake-up: looking at all that wait, each time that one of them is through, would be quadratic.
        nextLook = now.plus(Durations.part(PARKING_MARGIN, 2));
    }

    private boolean isLastChanceToPark(Delivery delivery) {
        Duration slack = tools.runner().frame(delivery, invocation).slackForParking();
        return delivery.route.order().mayPark() && !slack.isNegative() && slack.compareTo(PARKING_MARGIN) <= 0;
    }

    private Duration untilNextEvent() {
        Instant now = now();
        if (outcomes.unfinished() == 0) {
            return Duration.ZERO;
        }
        Instant latest = workers.free() <= 0 && nextLook.isBefore(cutAt) ? nextLook : cutAt;
        Instant next = workers.free() <= 0 ? latest : schedule.nextReady(cutAt);
        return next.isBefore(now) ? Duration.ZERO : Duration.between(now, next);
    }

    private void attempt(Delivery delivery) {
        Step step;
        try {
            step = tools.runner().run(delivery, invocation);
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "The attempt of %s for %s could not be made", delivery.event.id(), delivery.handler());
            step = new Step.Return("the attempt could not be made: " + e.getClass().getName());
        }
        carryOut(delivery, step);
    }

    private void carryOut(Delivery delivery, Step step) {
        Book book = book(delivery);
        if (step instanceof Step.Done) {
            book.handled(delivery);
        } else if (cut) {
            book.giveBack(delivery, "the invocation had to answer");
        } else if (step instanceof Step.WaitUntil wait) {
            book.pause(delivery, wait.readyAt());
        } else if (step instanceof Step.Park park) {
            book.park(delivery, park.delay());
        } else if (step instanceof Step.Die death) {
            book.die(delivery, death.reason(), death.detail());
        } else if (step instanceof Step.Return back) {
            book.giveBack(delivery, back.why());
        }
        if (book != direct || !(step instanceof Step.Done)) {
            wakeUp();
        }
    }

    private Book book(Delivery delivery) {
        return ledger != null && delivery.isKept() ? ledger.book() : direct;
    }

    @Override
    public void wakeUp() {
        wakeUps.release();
    }

    @Override
    public boolean hasOthers() {
        return outcomes.unfinished() > 1;
    }

    @Override
    public void ready(Delivery delivery) {
        orGiveBack(delivery, schedule.add(delivery));
    }

    @Override
    public void readyAt(Delivery delivery, Instant instant) {
        orGiveBack(delivery, schedule.add(delivery, instant));
    }

    @Override
    public void suspect(Delivery delivery) {
        orGiveBack(delivery, schedule.addSuspect(delivery));
    }

    /** What comes back after the cut, such as a claim that was under way, is given back at once. */
    private void orGiveBack(Delivery delivery, boolean scheduled) {
        if (!scheduled) {
            book(delivery).giveBack(delivery, "the invocation had to answer");
        }
    }

    @Override
    public void park(Delivery delivery, Duration delay) {
        outbox.park(delivery, delay);
    }

    @Override
    public void bury(Share share, Death death) {
        outbox.bury(share, death);
    }

    @Override
    public void finish(Share share, Outcome outcome) {
        if (!outcomes.settle(share, outcome)) {
            return;
        }
        // Told before the batch can be answered: after its answer, Lambda may freeze the process.
        tools.listener().finished(new Finished(share.handler(), share.event, share.envelope, share.deadline(), outcome,
                share.attempts, now()));
        if (share instanceof Delivery delivery) {
            through(delivery, outcome);
        }
        outcomes.told();
    }

    private void through(Delivery delivery, Outcome outcome) {
        if (delivery.suspect) {
            schedule.done(delivery);
        }
        if (!Lanes.isOrdered(delivery)) {
            return;
        }
        if (outcome.acknowledged()) {
            lanes.next(delivery).ifPresent(this::ready);
        } else {
            lanes.behind(delivery).forEach(behind -> finish(behind,
                    new Outcome.ReturnedToSource("an event before it, which it must not overtake, returns to the source")));
        }
    }

    /** Sends what is ready to be sent, ends what still runs, and returns to its source what is not finished. */
    private void cut() {
        cut = true;
        workers.cut();
        schedule.close().stream().filter(Delivery::isKept)
                .forEach(delivery -> book(delivery).giveBack(delivery, "the invocation had to answer"));
        // The answer takes the last of the guard. Until then, an attempt that heeds its interruption can still be noted.
        desks.finish(invocation.end().minus(Durations.part(tools.settings().guard(), ANSWERS_SHARE)), tools.clock(),
                () -> ledger != null && workers.areBusy(), time -> tools.pause().await(wakeUps, time));
        List<Share> left = outcomes.left();
        if (!left.isEmpty()) {
            LOG.warnf("%d events were not through when the invocation had to answer; they return to their source. The first is"
                    + " %s, for %s", left.size(), left.get(0).event.id(), left.get(0).handler());
        }
        for (Share share : left) {
            finish(share, new Outcome.ReturnedToSource("the invocation had to answer"));
        }
    }
}
