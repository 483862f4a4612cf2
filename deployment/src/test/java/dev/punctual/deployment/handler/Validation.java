package dev.punctual.deployment.handler;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.jboss.jandex.Index;

import dev.punctual.deployment.handler.BeanClasses.Standing;

/** Validates classes without a container: those that are application scoped are beans. */
record Validation(Index index, Map<String, String> config) {

    /** Of these classes, in an application without configuration. */
    static Validation of(Class<?>... classes) {
        try {
            return new Validation(Index.of(classes), Map.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Validation withConfig(Map<String, String> values) {
        return new Validation(index, values);
    }

    List<AnnotatedMethod> methods() {
        return HandlerScanner.scan(index);
    }

    /** What is wrong, without the name of the test that holds the classes. */
    List<String> mistakesIn(Class<?> test) {
        BeanClasses beans = type -> type.hasDeclaredAnnotation(ApplicationScoped.class) ? Standing.BEAN : Standing.NONE;
        Expressions expressions = text -> text.startsWith("$") ? Optional.ofNullable(config.get(text)) : Optional.of(text);
        return new HandlerValidator(index, beans, expressions).validate(methods()).stream()
                .map(mistake -> mistake.toString().replace(test.getName() + "$", "")).toList();
    }
}
