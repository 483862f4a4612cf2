package dev.punctual.deployment.handler;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.Type;

/** What a dead-letter method takes: the letter. */
final class DeadLetterParametersRule implements Rule {

    @Override
    public Stream<Mistake> check(AnnotatedMethod method) {
        List<Type> types = method.method().parameterTypes();
        boolean right = types.size() == 1 && types.get(0).name().equals(Names.DEAD_LETTER);
        if (right || method.onEvent().isPresent()) {
            return Stream.empty();
        }
        String got = types.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
        return method.onDeadLetter().stream().map(annotation -> Mistake.in(annotation, method,
                "the method takes " + got + "; take one " + Names.DEAD_LETTER + " and nothing else"));
    }
}
