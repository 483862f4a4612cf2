package dev.punctual.deployment.handler;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

/** What an event method takes: one payload, and a context if it likes. */
final class EventParametersRule implements Rule {

    private final PayloadTypes payloads;

    EventParametersRule(PayloadTypes payloads) {
        this.payloads = payloads;
    }

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        if (method.onDeadLetter().isPresent()) {
            return Stream.empty();
        }
        EventParameters parameters = EventParameters.of(method.method());
        return method.onEvent().stream()
                .flatMap(annotation -> Stream.concat(contexts(parameters.contexts()), payloads(parameters))
                        .map(problem -> Mistake.in(annotation, method, problem)));
    }

    private static Stream<String> contexts(List<Type> contexts) {
        return contexts.size() < 2 ? Stream.empty()
                : Stream.of("the method takes " + contexts.size() + " EventContexts; keep one");
    }

    private Stream<String> payloads(EventParameters parameters) {
        return switch (parameters.payloads().size()) {
            case 0 -> Stream.of(parameters.contexts().isEmpty()
                    ? "the method takes no parameter; add the payload, such as a record or byte[]"
                    : "the method takes an EventContext, but no payload; add the payload, such as a record or byte[]");
            case 1 -> payloads.problem(parameters.payloads().get(0)).stream();
            default -> Stream.of("the method takes " + parameters.payloads().size() + " payloads, "
                    + list(parameters.payloads()) + "; keep one, with all that the event carries");
        };
    }

    private static String list(List<Type> types) {
        return types.stream().map(Type::toString).collect(Collectors.joining(" and "));
    }
}
