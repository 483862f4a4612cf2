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

/** Turns the items of a batch into deliveries to handlers, or into dead letters where no handler can be found. */
final class Intake {

    private final EventRouter router;
    private final EnvelopeReader envelopeReader;
    private final EngineSettings settings;
    private final InstantSource clock;
    private final Map<String, AttemptCost> costs = new ConcurrentHashMap<>();

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
            admitRetried(index, retried, run);
        } else if (item instanceof BatchItem.GivenUp givenUp) {
            run.add(new Share(index, givenUp.event(), Envelope.bare(givenUp.event().data()), givenUp.parked().attempts()),
                    Reason.ABANDONED, givenUp.detail());
        } else if (item instanceof BatchItem.Unreadable unreadable) {
            run.add(new Share(index, unreadable.event(), Envelope.bare(unreadable.event().data()), AttemptHistory.NONE),
                    Reason.UNDECODABLE, unreadable.detail());
        }
    }

    private void admitFresh(int index, EventRecord event, BatchRun run) {
        Envelope envelope;
        List<EventRoute> routes;
        String undecodable = "";
        try {
            envelope = Guarded.read(envelopeReader, event.data());
        } catch (UndecodableException e) {
            // A handler that takes every type may still want the bytes as they are.
            envelope = Envelope.bare(event.data());
            undecodable = String.valueOf(e.getMessage());
        }
        routes = router.routes(event.source(), envelope.type());
        if (routes.isEmpty()) {
            refuse(new Share(index, event, envelope, AttemptHistory.NONE), undecodable, run);
        }
        Instant now = clock.instant();
        for (EventRoute route : routes) {
            Deadline deadline = Deadline.of(event.arrival(), route.policy().budget(), now);
            run.add(delivery(index, event, envelope, AttemptHistory.NONE, route, deadline, now));
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

    private void admitRetried(int index, BatchItem.Retried item, BatchRun run) {
        Envelope envelope;
        try {
            envelope = Guarded.read(envelopeReader, item.event().data());
        } catch (UndecodableException e) {
            envelope = Envelope.bare(item.event().data());
        }
        Optional<EventRoute> route = router.route(item.parked().handler());
        if (route.isEmpty()) {
            run.add(new Share(index, item.event(), envelope, item.parked().attempts()), Reason.UNKNOWN_HANDLER,
                    "this version of the application has no handler '" + item.parked().handler() + "'");
        } else {
            ParkedEvent parked = item.parked();
            Delivery delivery = delivery(index, parked.event(), envelope, parked.attempts(), route.get(), parked.deadline(),
                    clock.instant());
            delivery.parks = parked.parks();
            run.add(delivery);
        }
    }

    private Delivery delivery(int index, EventRecord event, Envelope envelope, AttemptHistory attempts, EventRoute route,
            Deadline deadline, Instant now) {
        AttemptCost cost = costs.computeIfAbsent(route.handler(),
                handler -> new AttemptCost(settings.attemptCost(), route.policy().budget().value()));
        return new Delivery(index, event, envelope, attempts, route, cost, deadline, now);
    }
}
