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

/** Completes events, has them written, and hands them to the transport. */
public final class StreamPublisher implements EventPublisher {

    /** Every event has its end when its stream's timeout is over, and the call under way then. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    private static final Logger LOG = Logger.getLogger(StreamPublisher.class);

    private final EventSerializer serializer;
    private final Transport transport;
    private final InstantSource clock;

    public StreamPublisher(EventSerializer serializer, Transport transport, InstantSource clock) {
        this.serializer = serializer;
        this.transport = transport;
        this.clock = clock;
    }

    @Override
    public void publish(String stream, OutgoingEvent<?> event) {
        await(List.of(send(stream, event)));
    }

    @Override
    public void publishAll(String stream, List<? extends OutgoingEvent<?>> events) {
        List<OutboundEvent> outbound = events.stream().map(event -> outbound(stream, event)).toList();
        List<UnderWay> sent = new ArrayList<>();
        for (OutboundEvent event : outbound) {
            try {
                sent.add(transport.send(stream, event, latest()));
            } catch (PublishException e) {
                // What is behind it stays where it is, so that nothing overtakes it.
                List<String> rest = outbound.stream().skip(sent.size()).map(OutboundEvent::id).toList();
                throw new Fates(sent, transport.await(sent, LONGEST_WAIT)).failure(e, rest);
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
        return transport.send(stream, outbound(stream, event), latest());
    }

    private static Instant latest() {
        return AttemptScope.current().map(scope -> scope.context().deadline()).orElse(Instant.MAX);
    }

    private OutboundEvent outbound(String stream, OutgoingEvent<?> event) {
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
        return new OutboundEvent(id, key, serializer.serialize(stream, new EventSerializer.Complete(id, event.type(),
                event.source(), correlation.withCorrelationId(correlationId), own, clock.instant(), event.payload())));
    }

    private static Correlation causedBy(EventContext handled) {
        return handled.correlation().next(handled.id());
    }

    private static String or(String given, String other) {
        return given.isEmpty() ? other : given;
    }
}
