package dev.punctual.deployment.handler;

import java.util.stream.Stream;

/** What {@code @RetryWithin} says of time and attempts. */
final class RetryRule implements Rule {

    private final Expressions expressions;

    RetryRule(Expressions expressions) {
        this.expressions = expressions;
    }

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        return method.retryWithin().stream()
                .flatMap(retry -> new RetryCheck(retry, expressions).problems().stream()
                        .map(problem -> Mistake.in(retry, method, problem)));
    }
}
