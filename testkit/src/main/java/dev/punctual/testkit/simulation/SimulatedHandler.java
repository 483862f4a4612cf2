package dev.punctual.testkit.simulation;

import java.time.Duration;

import dev.punctual.EventContext;
import dev.punctual.PermanentFailureException;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.testkit.simulation.history.Happening;

/** A handler that works, fails, dawdles, hangs or takes its process with it, as chance has it. */
final class SimulatedHandler implements EventInvoker {

    private static final Duration QUICK = Duration.ofMillis(40);
    private static final Duration SLOW = Duration.ofSeconds(5);
    private static final Duration FOR_EVER = Duration.ofDays(30);

    private final HandlerPlan plan;
    private final String id;
    private final Surrounds surrounds;

    SimulatedHandler(HandlerPlan plan, Surrounds surrounds) {
        this.plan = plan;
        this.id = plan.id();
        this.surrounds = surrounds;
    }

    @Override
    public void invoke(Object payload, EventContext context) throws Throwable {
        var chaos = surrounds.chaos();
        surrounds.boundary("when " + id + " began");
        work(chaos);
        if (chaos.strikes(FaultKind.HANDLER)) {
            fail(chaos, payload);
        }
        if (plan.transacts()) {
            context.transact(new SimulatedEffects(context.id(), id));
        }
        surrounds.history().add(
                new Happening.Handled(surrounds.now(), Strand.current().execution().id(), context.id(), id));
        surrounds.boundary("when " + id + " was done");
    }

    private void work(Chaos chaos) throws InterruptedException {
        if (chaos.strikes(FaultKind.STUCK)) {
            surrounds.note(id + " never returns");
            surrounds.turns().await(() -> false, FOR_EVER);
        }
        if (!chaos.strikes(FaultKind.SLOW_HANDLER)) {
            surrounds.turns().await(() -> false, chaos.upTo(QUICK));
        } else if (chaos.kind(FaultKind.SLOW_HANDLER, 3) == 0) {
            surrounds.turns().await(() -> false, chaos.upTo(SLOW));
        } else {
            sleep(chaos.upTo(SLOW));
        }
    }

    /** Waits like {@link Thread#sleep}, in virtual time. */
    private void sleep(Duration duration) throws InterruptedException {
        surrounds.turns().await(Strand.current()::hasInterruptPending, duration);
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
    }

    // The messages quote the payload, as careless applications do; the engine's log must not.
    private static void fail(Chaos chaos, Object payload) throws Exception {
        switch (chaos.kind(FaultKind.HANDLER, 6)) {
            case 0 -> throw new PermanentFailureException("cannot ever take " + payload);
            case 1 -> throw new LinkageError("cannot load " + payload);
            case 2 -> throw new StackOverflowError();
            case 3 -> throw new Exception("checked, and cannot take " + payload);
            default -> throw new IllegalStateException("cannot take " + payload);
        }
    }
}
