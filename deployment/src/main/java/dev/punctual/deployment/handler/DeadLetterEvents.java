package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

/** The events that dead-letter methods take: each is of a type that a handler takes, or a method would never run. */
final class DeadLetterEvents {

    private final List<AnnotatedMethod> enabled;
    private final List<AnnotatedMethod> handlers;
    private final PayloadTypes payloads;

    /**
     * @param enabled the methods of this build
     * @param all those too that are left out of this build, whose letters there may still be
     */
    DeadLetterEvents(List<AnnotatedMethod> enabled, List<AnnotatedMethod> all, PayloadTypes payloads) {
        this.enabled = enabled;
        this.handlers = all.stream().filter(method -> method.onEvent().isPresent()).toList();
        this.payloads = payloads;
    }

    Stream<Mistake> check() {
        return enabled.stream().filter(method -> method.onEvent().isEmpty())
                .flatMap(method -> method.onDeadLetter().stream()
                        .flatMap(letter -> event(method).flatMap(event -> problem(letter.string("handler"), event)).stream()
                                .map(problem -> Mistake.in(letter, method, problem))));
    }

    /** The type of the event that a method takes, if that alone is right. */
    private Optional<Type> event(AnnotatedMethod method) {
        DeadLetterParameters parameters = DeadLetterParameters.of(method.method());
        return new DeadLetterParametersRule(payloads).isRight(parameters)
                ? parameters.event().filter(type -> !PayloadTypes.isBytes(type))
                : Optional.empty();
    }

    private Optional<String> problem(String handler, Type event) {
        return handler.isEmpty() ? ofAny(event)
                : handlers.stream().filter(method -> method.id().equals(handler)).findFirst()
                        .flatMap(DeadLetterEvents::payload)
                        .filter(payload -> !payload.name().equals(event.name()))
                        .map(payload -> "handler '" + handler + "' takes " + payload + ", and the method takes " + event
                                + "; take the same, byte[], or the DeadLetter alone");
    }

    private Optional<String> ofAny(Type event) {
        TreeSet<String> known = handlers.stream().flatMap(method -> payload(method).stream())
                .filter(payload -> !PayloadTypes.isBytes(payload) && payloads.problem(payload).isEmpty()).map(Type::toString)
                .collect(Collectors.toCollection(TreeSet::new));
        return known.contains(event.toString()) ? Optional.empty()
                : Optional.of("no handler takes " + event + ", so the method would never run; "
                        + (known.isEmpty() ? "take byte[]"
                                : "there are handlers of " + String.join(", ", known)
                                        + "; take one of these, byte[]")
                        + ", or the DeadLetter alone");
    }

    private static Optional<Type> payload(AnnotatedMethod handler) {
        return EventParameters.of(handler.method()).payloads().stream().findFirst();
    }
}
