package dev.punctual.engine;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import dev.punctual.aggregation.AggregatedRecord;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RedrivenEvent;
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

    void admit(List<? extends BatchItem> items, BatchRun run) {
        Iterator<AggregatedRecord.Contents> aggregates = AggregatedRecord
                .contents(items.stream().filter(Intake::isAggregated).map(BatchItem::event).toList()).iterator();
        for (int i = 0; i < items.size(); i++) {
            if (isAggregated(items.get(i))) {
                admitAggregated(i, items.get(i), aggregates.next(), run);
            } else {
                admit(i, items.get(i), run);
            }
        }
    }

    private void admit(int index, BatchItem item, BatchRun run) {
        if (item instanceof BatchItem.Fresh fresh) {
            admitFresh(index, fresh.event(), run);
        } else if (item instanceof BatchItem.Retried retried) {
            admitRetried(index, retried.parked(), run);
        } else if (item instanceof BatchItem.Redriven redriven) {
            admitRedriven(index, redriven.redriven(), run);
        } else if (item instanceof BatchItem.GivenUp givenUp) {
            admitGivenUp(index, givenUp, run);
        } else if (item instanceof BatchItem.Abandoned abandoned) {
            admitAbandoned(index, abandoned.event(), abandoned.detail(), run);
        } else if (item instanceof BatchItem.Unreadable unreadable) {
            refuse(index, unreadable.event(), unreadable.detail(), run);
        }
    }

    private static void refuse(int index, EventRecord event, String detail, BatchRun run) {
        run.add(new Share(index, event, Envelope.bare(event.data())), Reason.UNDECODABLE, detail);
    }

    /** Only streams hold aggregated records; what came back from the retry queue was split before. */
    private static boolean isAggregated(BatchItem item) {
        EventRecord event = item.event();
        return (item instanceof BatchItem.Fresh || item instanceof BatchItem.Abandoned)
                && event.source().kind() == EventSource.Kind.STREAM
                && AggregatedRecord.is(event.data());
    }

    /** Makes each event a delivery of its own; their item is acknowledged when all of them are through. */
    private void admitAggregated(int index, BatchItem item, AggregatedRecord.Contents contents, BatchRun run) {
        if (!contents.fault().isEmpty()) {
            refuse(index, item.event(), contents.fault(), run);
        }
        for (EventRecord event : contents.events()) {
            if (event.data().length == 0) {
                refuse(index, event, "the event, one of an aggregated record, has no data", run);
            } else if (item instanceof BatchItem.Abandoned abandoned) {
                admitAbandoned(index, event, abandoned.detail(), run);
            } else {
                admitFresh(index, event, run);
            }
        }
    }

    private void admitFresh(int index, EventRecord event, BatchRun run) {
        Envelope envelope = envelope(event);
        int chain = envelope.correlation().chainLength();
        if (chain > settings.maxChainLength()) {
            // Who redrives it says that it is no loop.
            run.add(new Share(index, event, envelope), Reason.LOOP,
                    chain + " events led to it, each published by the handler of"
                            + " the one before, more than the " + settings.maxChainLength()
                            + " of quarkus.punctual.max-chain-length");
            return;
        }
        List<EventRoute> routes = router.routes(event.source(), envelope.type());
        if (routes.isEmpty()) {
            refuse(new Share(index, event, envelope), envelope.fault(), run);
        }
        Instant now = clock.instant();
        for (EventRoute route : routes) {
            Deadline deadline = Deadline.of(event.arrival(), route.policy().budget(), now);
            run.add(delivery(index, event, envelope, AttemptHistory.NONE, route, deadline, Redrive.NONE));
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

    /** With the handler that it died for, or, where there was none, with those that take it now. */
    private void admitRedriven(int index, RedrivenEvent redriven, BatchRun run) {
        EventRecord event = redriven.event();
        Envelope envelope = envelope(event);
        List<EventRoute> routes = redriven.handler().isEmpty() ? router.routes(event.source(), envelope.type())
                : router.route(redriven.handler()).stream().toList();
        if (routes.isEmpty()) {
            refuse(new Share(index, event, envelope, AttemptHistory.NONE, redriven.handler(),
                    new Deadline(redriven.at(), redriven.at()), redriven.redrive()), envelope.fault(), run);
        }
        Instant now = clock.instant();
        for (EventRoute route : routes) {
            Deadline deadline = Deadline.of(redriven.at(), route.policy().budget(), now);
            Delivery delivery = delivery(index, event, envelope, AttemptHistory.NONE, route, deadline, redriven.redrive());
            delivery.traceparentBefore = redriven.traceparent();
            run.add(delivery);
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

    private void admitAbandoned(int index, EventRecord event, String detail, BatchRun run) {
        Envelope envelope = envelope(event);
        List<EventRoute> routes = router.routes(event.source(), envelope.type());
        if (routes.isEmpty() && envelope.fault().isEmpty() && settings.ignoreUnknownTypes()) {
            run.pass(new Share(index, event, envelope));
        } else if (routes.isEmpty()) {
            run.add(new Share(index, event, envelope), Reason.ABANDONED, detail);
        }
        Instant now = clock.instant();
        for (EventRoute route : routes) {
            Deadline deadline = Deadline.of(event.arrival(), route.policy().budget(), now);
            if (route.idempotency().isKept()) {
                Delivery delivery = delivery(index, event, envelope, AttemptHistory.NONE, route, deadline, Redrive.NONE);
                delivery.fate = new Step.Die(Reason.ABANDONED, detail);
                run.add(delivery);
            } else {
                run.add(new Share(index, event, envelope, AttemptHistory.NONE, route.handler(), deadline, Redrive.NONE),
                        Reason.ABANDONED, detail);
            }
        }
    }

    private Share share(int index, ParkedEvent parked) {
        return new Share(index, parked.event(), envelope(parked.event()), parked.attempts(), parked.handler(),
                parked.deadline(), parked.redrive());
    }

    private Delivery delivery(int index, ParkedEvent parked, EventRoute route) {
        Delivery delivery = delivery(index, parked.event(), envelope(parked.event()), parked.attempts(), route,
                parked.deadline(), parked.redrive());
        delivery.parks = parked.parks();
        return delivery;
    }

    private Envelope envelope(EventRecord event) {
        try {
            return Guarded.read(envelopeReader, event);
        } catch (UndecodableException e) {
            // A handler that takes every type may still want the bytes as they are.
            return Envelope.unknown(event.data(), settings.redaction().apply(String.valueOf(e.getMessage())));
        }
    }

    private Delivery delivery(int index, EventRecord event, Envelope envelope, AttemptHistory attempts, EventRoute route,
            Deadline deadline, Redrive redrive) {
        HandlerState state = states.computeIfAbsent(route.handler(), handler -> new HandlerState(
                new AttemptCost(settings.attemptCost(), route.policy().budget().value()), new StormGuard()));
        EntryKeys.Found key = EntryKeys.of(event, envelope, route);
        Delivery delivery = new Delivery(index, event, envelope, attempts, route, state, key.key(), deadline, redrive);
        delivery.fate = key.fault();
        return delivery;
    }
}
