package dev.punctual.publish;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletionStage;

import org.jboss.logging.Logger;

import dev.punctual.EventContext;
import dev.punctual.EventPublisher;
import dev.punctual.OutgoingEvent;
import dev.punctual.PublishException;
import dev.punctual.event.Correlation;
import dev.punctual.publish.Transport.UnderWay;
import dev.punctual.spi.PublishObserver;
import dev.punctual.spi.PublishObserver.Publication;

/** Completes events, has them written, and hands them to the transport. */
public final class StreamPublisher implements EventPublisher {

    /** Every event has its end when its stream's timeout is over, and the call under way then. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(StreamPublisher.class);

    private final EventSerializer serializer;
    private final Transport transport;
    private final PublishObserver observer;
    private final InstantSource clock;

    /** One that nobody follows. */
    public StreamPublisher(EventSerializer serializer, Transport transport, InstantSource clock) {
        this(serializer, transport, PublishObserver.NONE, clock);
    }

    /**
     * @param observer follows each event
     */
    public StreamPublisher(EventSerializer serializer, Transport transport, PublishObserver observer, InstantSource clock) {
        this.serializer = serializer;
        this.transport = transport;
        this.observer = observer;
        this.clock = clock;
    }

    /** An event that is written, and who follows it. */
    private record Draft(OutboundEvent event, Publication publication) {
    }

    @Override
    public void publish(String stream, OutgoingEvent<?> event) {
        await(List.of(send(stream, event)));
    }

    @Override
    public void publishAll(String stream, List<? extends OutgoingEvent<?>> events) {
        List<Draft> drafts = events.stream().map(event -> draft(stream, event)).toList();
        List<UnderWay> sent = new ArrayList<>();
        for (Draft draft : drafts) {
            try {
                sent.add(send(stream, draft));
            } catch (PublishException e) {
                // What is behind it stays where it is, so that nothing overtakes it.
                List<Draft> rest = drafts.subList(sent.size(), drafts.size());
                rest.stream().skip(1).forEach(left -> left.publication().end(e));
                throw new Fates(sent, transport.await(sent, LONGEST_WAIT)).failure(e,
                        rest.stream().map(left -> left.event().id()).toList());
            }
        }
        await(sent);
    }

    @Override
    public CompletionStage<Void> publishAsync(String stream, OutgoingEvent<?> event) {
        UnderWay sent = send(stream, event);
        // In an attempt, the attempt fails; elsewhere nobody may look at what is returned.
        AttemptScope.current().ifPresentOrElse(scope -> scope.add(sent), () -> sent.done().whenComplete((accepted, failure) -> {
            if (failure != null) {
                LOG.warn(failure.getMessage());
            }
        }));
        return sent.done().minimalCompletionStage();
    }

    @Override
    public void flush() {
        await(AttemptScope.current().map(AttemptScope::takeUnderWay).orElseGet(transport::underWay));
    }

    private void await(List<UnderWay> sent) {
        Fates fates = new Fates(sent, transport.await(sent, LONGEST_WAIT));
        if (!fates.areGood()) {
            throw fates.failure();
        }
    }

    private UnderWay send(String stream, OutgoingEvent<?> event) {
        return send(stream, draft(stream, event));
    }

    private UnderWay send(String stream, Draft draft) {
        UnderWay sent;
        try {
            sent = transport.send(stream, draft.event(), latest());
        } catch (PublishException e) {
            draft.publication().end(e);
            throw e;
        }
        if (draft.publication() != Publication.NONE) {
            sent.done().whenComplete((accepted, failure) -> draft.publication().end(failure));
        }
        return sent;
    }

    private static Instant latest() {
        return AttemptScope.current().map(scope -> scope.context().deadline()).orElse(Instant.MAX);
    }

    private Draft draft(String stream, OutgoingEvent<?> event) {
        if (event.type().isEmpty()) {
            throw new IllegalArgumentException("the event for " + stream + " has no type; give it one, with OutgoingEvent.of");
        }
        Optional<AttemptScope> scope = AttemptScope.current();
        // Drawn even where an id is given: what comes behind must not depend on that.
        String drawn = scope.map(AttemptScope::nextId).orElseGet(() -> UUID.randomUUID().toString());
        String id = or(event.id(), drawn);
        Correlation correlation = scope.map(AttemptScope::context).map(StreamPublisher::causedBy).orElse(Correlation.of(id));
        String correlationId = or(event.correlationId(), correlation.correlationId());
        String own = or(event.partitionKey(), serializer.partitionKey(event.payload()));
        String key = or(own, correlationId);
        Correlation named = correlation.withCorrelationId(correlationId);
        Publication publication = observer.begin(new PublishObserver.Outgoing(stream, id, event.type(),
                scope.map(AttemptScope::handler).orElse(""), named));
        try {
            return new Draft(new OutboundEvent(id, key, serializer.serialize(stream,
                    new EventSerializer.Complete(id, event.type(), event.source(), named.at(publication.trace()), own,
                            clock.instant(), event.payload()))),
                    publication);
        } catch (RuntimeException e) {
            publication.end(e);
            throw e;
        }
    }

    private static Correlation causedBy(EventContext handled) {
        return handled.correlation().next(handled.id());
    }

    private static String or(String given, String other) {
        return given.isEmpty() ? other : given;
    }
}
