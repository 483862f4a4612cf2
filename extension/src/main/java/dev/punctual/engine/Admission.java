package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeFrame;
import dev.punctual.retry.RetryDecision;

/** Lets an owned event to its attempt, or to what else must become of it. */
final class Admission {

    private static final Duration SHORTEST_POLL = Duration.ofSeconds(1);
    private static final Duration LAST_POLL = Duration.ofMillis(250);
    private static final Duration LONGEST_POLL = Duration.ofSeconds(30);

    /** An event that waits for an earlier one looks for it about so often until its deadline. */
    private static final int POLLS = 8;

    private final Stage stage;
    private final LedgerBook book;
    private final KeyGate gate;
    private final AttemptRunner runner;
    private final Invocation invocation;
    private final Instant lastLook;
    private final LedgerFailures failures;

    Admission(Stage stage, LedgerBook book, KeyGate gate, AttemptRunner runner, Invocation invocation, Instant lastLook,
            LedgerFailures failures) {
        this.stage = stage;
        this.book = book;
        this.gate = gate;
        this.runner = runner;
        this.invocation = invocation;
        this.lastLook = lastLook;
        this.failures = failures;
    }

    /** When this invocation takes up nothing more. */
    Instant lastLook() {
        return lastLook;
    }

    void admit(Delivery delivery) {
        Step.Die fate = delivery.fate;
        if (fate != null) {
            book.die(delivery, fate.reason(), fate.detail());
        } else {
            gate.look(delivery, verdict -> follow(delivery, verdict));
        }
    }

    private void follow(Delivery delivery, KeyGate.Verdict verdict) {
        switch (verdict) {
            case OPEN -> open(delivery);
            case BEHIND -> waitBehind(delivery);
            case HALTED -> book.die(delivery, Reason.HALTED, "an earlier event of its key is a dead letter");
            case OVERTAKEN -> book.supersede(delivery);
            case UNKNOWN -> failures.outOfReach(delivery, "its key could not be read", () -> {
                delivery.unkept = true;
                stage.ready(delivery);
            });
        }
    }

    private void open(Delivery delivery) {
        if (delivery.overdue) {
            book.park(delivery, Duration.ZERO);
        } else {
            stage.ready(delivery);
        }
    }

    private void waitBehind(Delivery delivery) {
        TimeFrame frame = runner.frame(delivery, invocation);
        Duration share = Durations.part(frame.slack(), POLLS);
        Duration poll = share.compareTo(SHORTEST_POLL) < 0 ? SHORTEST_POLL : Durations.min(share, LONGEST_POLL);
        Optional<RetryDecision.Park> park = RetryDecision.park(frame, poll).filter(found -> !found.delay().isZero());
        if (park.isPresent()) {
            book.park(delivery, park.get().delay());
        } else if (frame.attemptMeetsDeadline(LAST_POLL) && frame.attemptFitsInvocation(LAST_POLL)) {
            // The retry queue counts in seconds, and there is none left.
            book.lookAgain(delivery, frame.now().plus(LAST_POLL));
        } else {
            book.die(delivery, Reason.DEADLINE, "it waited for an earlier event of its key until its own deadline");
        }
    }
}
