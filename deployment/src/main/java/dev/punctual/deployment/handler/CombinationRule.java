package dev.punctual.deployment.handler;

import java.util.stream.Stream;

/** Which of our annotations go together. */
final class CombinationRule implements Rule {

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return Stream.concat(both(method), retriesOfNothing(method));
    }

    private static Stream<Mistake> both(AnnotatedMethod method) {
        return method.onEvent().filter(event -> method.onDeadLetter().isPresent()).stream()
                .map(event -> Mistake.in(event, method,
                        "the method is annotated @OnDeadLetter too, which takes other parameters; split it in two"));
    }

    private static Stream<Mistake> retriesOfNothing(AnnotatedMethod method) {
        return method.retryWithin().filter(retry -> method.onEvent().isEmpty()).stream()
                .map(retry -> Mistake.in(retry, method,
                        "only event methods are retried; add @OnEvent, or remove @RetryWithin"));
    }
}
