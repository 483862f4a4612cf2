package dev.punctual.deployment.handler;

import java.util.Optional;
import java.util.stream.Stream;

/** Which of our annotations go together. */
final class CombinationRule implements Rule {

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return Stream.of(both(method),
                alone(method, method.retryWithin(), "only event methods are retried"),
                alone(method, method.idempotent(), "only event methods have outcomes to keep"),
                alone(method, method.ordered(), "only event methods take events in an order"),
                alone(method, method.emits(), "only event methods publish what they return"))
                .flatMap(mistakes -> mistakes);
    }

    private static Stream<Mistake> both(AnnotatedMethod method) {
        return method.onEvent().filter(event -> method.onDeadLetter().isPresent()).stream()
                .map(event -> Mistake.in(event, method,
                        "the method is annotated @OnDeadLetter too, which takes other parameters; split it in two"));
    }

    private static Stream<Mistake> alone(AnnotatedMethod method, Optional<AnnotationValues> found, String why) {
        return found.filter(annotation -> method.onEvent().isEmpty()).stream()
                .map(annotation -> Mistake.in(annotation, method,
                        why + "; add @OnEvent, or remove " + annotation.name()));
    }
}
