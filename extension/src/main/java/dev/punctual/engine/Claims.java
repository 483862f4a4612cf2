package dev.punctual.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Durations;
import dev.punctual.ledger.ClaimDecision;
import dev.punctual.ledger.EventEntry;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.Outcome;

/** Makes this invocation the owner of events, one at a time each, before they are run. */
final class Claims {

    private static final int TRIES = 5;

    /** Time to bury an event whose deadline has passed already when it is claimed. */
    private static final Duration SHORTEST_LEASE = Duration.ofSeconds(5);

    private static final Duration OWN_POLL = Duration.ofMillis(50);

    /** The other owner may be through before its lease ends. */
    private static final Duration POLL = Duration.ofSeconds(1);

    /** A lease that has just ended has ended for sure. */
    private static final Duration AFTER_LEASE = Duration.ofMillis(1);

    private final Stage stage;
    private final LedgerDesk desk;
    private final LedgerBook book;
    private final Admission admission;
    private final Tokens tokens;
    private final InstantSource clock;
    private final Invocation invocation;
    private final LedgerFailures failures;
    private final LedgerSettings settings;

    Claims(Stage stage, LedgerDesk desk, LedgerBook book, Admission admission, Tokens tokens, InstantSource clock,
            Invocation invocation, LedgerFailures failures, LedgerSettings settings) {
        this.stage = stage;
        this.desk = desk;
        this.book = book;
        this.admission = admission;
        this.tokens = tokens;
        this.clock = clock;
        this.invocation = invocation;
        this.failures = failures;
        this.settings = settings;
    }

    void claim(Delivery delivery) {
        take(delivery, delivery.entry(), TRIES);
    }

    private void take(Delivery delivery, EventEntry from, int tries) {
        EventEntry mine = from.claimed(tokens.next(), leaseEnd(from));
        desk.write(mine, from.token(), result -> {
            if (result instanceof LedgerResult.Written) {
                delivery.own(mine);
                owned(delivery);
            } else if (result instanceof LedgerResult.Conflict conflict && tries > 1) {
                found(delivery, conflict.current(), tries - 1);
            } else if (result instanceof LedgerResult.Conflict) {
                stage.finish(delivery, new Outcome.ReturnedToSource("others claim it all the time"));
            } else {
                failures.outOfReach(delivery, String.valueOf(result), () -> {
                    delivery.unkept = true;
                    stage.ready(delivery);
                });
            }
        });
    }

    /**
     * No longer than a well-behaved owner needs it: until the invocation's end, and until the deadline, by which each attempt
     * should be over.
     */
    private Instant leaseEnd(EventEntry entry) {
        Instant shortest = clock.instant().plus(SHORTEST_LEASE);
        Instant latest = entry.deadline().at().isAfter(shortest) ? entry.deadline().at() : shortest;
        Instant end = invocation.end().isBefore(latest) ? invocation.end() : latest;
        return end.plus(settings.leaseMargin());
    }

    private void found(Delivery delivery, Optional<LedgerItem> current, int tries) {
        if (!(current.orElse(null) instanceof EventEntry entry)) {
            take(delivery, delivery.unknownEntry(), tries);
            return;
        }
        ClaimDecision decision = ClaimDecision.of(entry, delivery.redrive().count(), delivery.parks, clock.instant());
        if (decision instanceof ClaimDecision.Take) {
            boolean begins = entry.life() < delivery.redrive().count();
            take(delivery, begins ? entry.reborn(delivery.unknownEntry()) : entry, tries);
        } else if (decision instanceof ClaimDecision.Duplicate) {
            stage.finish(delivery, Outcome.DUPLICATE);
        } else if (decision instanceof ClaimDecision.SendLetter again) {
            delivery.adopt(entry);
            stage.bury(delivery, again.death());
        } else if (decision instanceof ClaimDecision.SendMessage again) {
            delivery.adopt(entry);
            stage.park(delivery, delayUntil(again.notBefore()));
        } else if (decision instanceof ClaimDecision.WaitUntil wait) {
            waitFor(delivery, entry.token(), wait.leaseEnd());
        }
    }

    private Duration delayUntil(Instant notBefore) {
        Instant now = clock.instant();
        return notBefore.isAfter(now) ? Durations.ceilToSeconds(Duration.between(now, notBefore)) : Duration.ZERO;
    }

    private void waitFor(Delivery delivery, String owner, Instant leaseEnd) {
        if (tokens.isOurs(owner)) {
            // The event is in this batch twice.
            stage.readyAt(delivery, clock.instant().plus(OWN_POLL));
        } else if (leaseEnd.isBefore(admission.lastLook())) {
            Instant nextLook = clock.instant().plus(POLL);
            stage.readyAt(delivery, nextLook.isBefore(leaseEnd) ? nextLook : leaseEnd.plus(AFTER_LEASE));
        } else {
            stage.finish(delivery, new Outcome.ReturnedToSource("another owner has it"));
        }
    }

    private void owned(Delivery delivery) {
        if (delivery.entry().claims() > settings.claimLimit()) {
            book.die(delivery, Reason.CRASH_LOOP, "its process died, or could not write its outcome, "
                    + (delivery.entry().claims() - 1) + " times in a row; it was not run again");
        } else if (delivery.entry().claims() > 1 && !delivery.suspect && stage.hasOthers()) {
            book.setAside(delivery);
        } else {
            admission.admit(delivery);
        }
    }
}
