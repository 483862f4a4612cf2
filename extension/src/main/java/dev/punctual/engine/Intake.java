package dev.punctual.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.UndecodableException;

/** Turns a batch's items into deliveries, one for each handler, or into dead letters where no handler can be found. */
final class Intake {

    private final EventRouter router;
    private final EnvelopeReader envelopeReader;
    private final EngineSettings settings;
    private final InstantSource clock;
    private final Map<String, HandlerState> states = new ConcurrentHashMap<>();

    Intake(EventRouter router, EnvelopeReader envelopeReader, EngineSettings settings, InstantSource clock) {
        this.router = router;
        this.envelopeReader = envelopeReader;
        this.settings = settings;
        this.clock = clock;
    }

    void admit(int index, BatchItem item, BatchRun run) {
        if (item instanceof BatchItem.Fresh fresh) {
            admitFresh(index, fresh.event(), run);
        } else if (item instanceof BatchItem.Retried retried) {
            admitRetried(index, retried.parked(), run);
        } else if (item instanceof BatchItem.GivenUp givenUp) {
            admitGivenUp(index, givenUp, run);
        } else if (item instanceof BatchItem.Unreadable unreadable) {
            run.add(new Share(index, unreadable.event(), Envelope.bare(unreadable.event().data())), Reason.UNDECODABLE,
                    unreadable.detail());
        }
    }

    private void admitFresh(int index, EventRecord event, BatchRun run) {
        Envelope envelope = envelope(event);
        List<EventRoute> routes = router.routes(event.source(), envelope.type());
        if (routes.isEmpty()) {
            refuse(new Share(index, event, envelope), envelope.fault(), run);
        }
        Instant now = clock.instant();
        for (EventRoute route : routes) {
            Deadline deadline = Deadline.of(event.arrival(), route.policy().budget(), now);
            run.add(delivery(index, event, envelope, AttemptHistory.NONE, route, deadline));
        }
    }

    private void refuse(Share share, String undecodable, BatchRun run) {
        if (!undecodable.isEmpty()) {
            run.add(share, Reason.UNDECODABLE, undecodable);
        } else if (settings.ignoreUnknownTypes()) {
            run.pass(share);
        } else {
            String type = share.envelope.type();
            run.add(share, Reason.UNKNOWN_TYPE, "no handler of " + share.event.source().name()
                    + (type.isEmpty() ? " takes events without a type" : " takes events of type '" + type + "'"));
        }
    }

    private void admitRetried(int index, ParkedEvent parked, BatchRun run) {
        Optional<EventRoute> route = router.route(parked.handler());
        if (route.isEmpty()) {
            run.add(share(index, parked), Reason.UNKNOWN_HANDLER,
                    "this version of the application has no handler '" + parked.handler() + "'");
        } else {
            run.add(delivery(index, parked, route.get()));
        }
    }

    private void admitGivenUp(int index, BatchItem.GivenUp givenUp, BatchRun run) {
        ParkedEvent parked = givenUp.parked();
        Optional<EventRoute> route = router.route(parked.handler()).filter(found -> found.idempotency().isKept());
        if (route.isEmpty()) {
            run.add(share(index, parked), Reason.ABANDONED, givenUp.detail());
        } else {
            Delivery delivery = delivery(index, parked, route.get());
            delivery.fate = new Step.Die(Reason.ABANDONED, givenUp.detail());
            run.add(delivery);
        }
    }

    private Share share(int index, ParkedEvent parked) {
        return new Share(index, parked.event(), envelope(parked.event()), parked.attempts(), parked.handler(),
                parked.deadline().at());
    }

    private Delivery delivery(int index, ParkedEvent parked, EventRoute route) {
        Delivery delivery = delivery(index, parked.event(), envelope(parked.event()), parked.attempts(), route,
                parked.deadline());
        delivery.parks = parked.parks();
        return delivery;
    }

    private Envelope envelope(EventRecord event) {
        try {
            return Guarded.read(envelopeReader, event);
        } catch (UndecodableException e) {
            // A handler that takes every type may still want the bytes as they are.
            return Envelope.unknown(event.data(), String.valueOf(e.getMessage()));
        }
    }

    private Delivery delivery(int index, EventRecord event, Envelope envelope, AttemptHistory attempts, EventRoute route,
            Deadline deadline) {
        HandlerState state = states.computeIfAbsent(route.handler(), handler -> new HandlerState(
                new AttemptCost(settings.attemptCost(), route.policy().budget().value()), new StormGuard()));
        EntryKeys.Found key = EntryKeys.of(event, envelope, route);
        Delivery delivery = new Delivery(index, event, envelope, attempts, route, state, key.key(), deadline);
        delivery.fate = key.fault();
        return delivery;
    }
}
