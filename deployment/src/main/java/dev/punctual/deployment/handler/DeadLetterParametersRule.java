package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

/** What a dead-letter method takes: the event, or an {@code Optional} of it, the letter, or both. */
final class DeadLetterParametersRule implements Rule {

    private final PayloadTypes payloads;

    DeadLetterParametersRule(PayloadTypes payloads) {
        this.payloads = payloads;
    }

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        if (method.onEvent().isPresent()) {
            return Stream.empty();
        }
        DeadLetterParameters parameters = DeadLetterParameters.of(method.method());
        return method.onDeadLetter().stream()
                .flatMap(annotation -> Stream.concat(letters(parameters), events(parameters))
                        .map(problem -> Mistake.in(annotation, method, problem)));
    }

    /** Whether nothing is wrong with the event's type, where a method takes one event. */
    boolean isRight(DeadLetterParameters parameters) {
        return parameters.events().size() == 1 && problem(parameters.events().get(0)).isEmpty();
    }

    private static Stream<String> letters(DeadLetterParameters parameters) {
        return parameters.letters() < 2 ? Stream.empty()
                : Stream.of("the method takes " + parameters.letters() + " DeadLetters; keep one");
    }

    private Stream<String> events(DeadLetterParameters parameters) {
        List<Type> events = parameters.events();
        return switch (events.size()) {
            case 0 -> parameters.letters() > 0 ? Stream.empty()
                    : Stream.of("the method takes no parameter; add the event, such as a handler takes it or an Optional of"
                            + " that, or " + Names.DEAD_LETTER + ", or both");
            case 1 -> problem(events.get(0)).stream();
            default -> Stream.of("the method takes " + events.size() + " events, "
                    + events.stream().map(Type::toString).collect(Collectors.joining(" and "))
                    + "; keep one, and write a method of its own for each type");
        };
    }

    private Optional<String> problem(Type event) {
        if (event.name().equals(Names.EVENT_CONTEXT)) {
            return Optional.of("the method takes an EventContext, which goes with an attempt; take the "
                    + Names.DEAD_LETTER + ", which tells as much");
        }
        if (event.name().equals(Names.DEAD_LETTER)) {
            return Optional.of("the method takes an Optional of the DeadLetter, which is always there; take the DeadLetter");
        }
        return DeadLetterParameters.isRawOptional(event)
                ? Optional.of("the method takes an Optional that does not say of which event; write it like"
                        + " Optional<OrderPlaced>")
                : payloads.problem(event);
    }
}
