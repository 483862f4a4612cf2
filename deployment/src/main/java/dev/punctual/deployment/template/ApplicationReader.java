package dev.punctual.deployment.template;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import org.eclipse.microprofile.config.Config;
import org.jboss.jandex.DotName;

import dev.punctual.deadline.Durations;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.deployment.handler.EmissionsBuildItem;
import dev.punctual.deployment.handler.EventHandler;
import dev.punctual.deployment.handler.HandlersBuildItem;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.config.ConfigExpressions;
import dev.punctual.template.application.Application;
import dev.punctual.template.application.Client;
import dev.punctual.template.application.Handler;
import dev.punctual.template.application.Publication;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;

/** From what the build found in an application to what its deployment needs to know; used once. */
final class ApplicationReader {

    private final Config config;
    private final List<String> notes = new ArrayList<>();

    ApplicationReader(Config config) {
        this.config = config;
    }

    /**
     * @param publishesTo the streams of injected publishers
     * @param publishers the classes that name a publisher
     */
    Application read(String name, HandlersBuildItem handlers, EmissionsBuildItem emissions, List<String> publishesTo,
            Set<DotName> publishers, Set<Client> clients) {
        Stream<Publication> emitted = emissions.all().stream()
                .map(emission -> new Publication(emission.stream(), emission.handler(), emission.type()));
        Stream<Publication> injected = publishesTo.stream().map(stream -> new Publication(stream, "", ""));
        return new Application(name, handlers.handlers().stream().map(this::handler).toList(),
                Stream.concat(emitted, injected).toList(), !handlers.deadLetterHandlers().isEmpty(),
                handlers.deadLetterHandlers().stream()
                        .anyMatch(handler -> publishers.contains(handler.method().declaringClass().name())),
                clients, timing());
    }

    /** What could not be told, for the log. */
    List<String> notes() {
        return notes;
    }

    private Handler handler(EventHandler handler) {
        String method = handler.method().declaringClass().name() + "#" + handler.method().name();
        return new Handler(handler.id(), method, new Source(handler.kind(), handler.source()), handler.type(),
                handler.retry().flatMap(retry -> policy(retry, method)), handler.order(),
                handler.idempotencyKey().isPresent());
    }

    /** The policy, its expressions evaluated with the configuration that the build sees. */
    private Optional<RetryPolicy> policy(EventHandler.Retry retry, String method) {
        try {
            return Optional.of(new RetryPolicy(new TimeBudget(duration(retry.budget())), retry.maxAttempts(),
                    new Backoff(duration(retry.backoff()), duration(retry.maxBackoff())), List.of()));
        } catch (NoSuchElementException e) {
            notes.add("The deadline of " + method + " is not checked: " + e.getMessage());
            return Optional.empty();
        }
    }

    private Duration duration(String text) {
        return Durations.parse(ConfigExpressions.resolve(text, config));
    }

    private Timing timing() {
        return new Timing(config.getOptionalValue("quarkus.punctual.attempt-cost", Duration.class),
                configured("quarkus.punctual.guard", Timing.DEFAULT.guard()),
                configured("quarkus.punctual.queue-latency", Timing.DEFAULT.queueLatency()),
                configured("quarkus.punctual.ledger.ttl", Timing.DEFAULT.ledgerTtl()),
                config.getOptionalValue("quarkus.punctual.concurrency", Integer.class));
    }

    private Duration configured(String property, Duration standard) {
        return config.getOptionalValue(property, Duration.class).orElse(standard);
    }
}
