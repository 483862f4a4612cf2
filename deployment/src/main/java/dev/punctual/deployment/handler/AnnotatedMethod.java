package dev.punctual.deployment.handler;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;

import dev.punctual.Emits;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.RetryWithin;

/** A method that carries at least one annotation of ours, as the index shows it: nothing is known to be right yet. */
record AnnotatedMethod(MethodInfo method) {

    Optional<AnnotationValues> onEvent() {
        return values(Names.ON_EVENT, OnEvent.class);
    }

    Optional<AnnotationValues> retryWithin() {
        return values(Names.RETRY_WITHIN, RetryWithin.class);
    }

    Optional<AnnotationValues> idempotent() {
        return values(Names.IDEMPOTENT, Idempotent.class);
    }

    Optional<AnnotationValues> ordered() {
        return values(Names.ORDERED, Ordered.class);
    }

    Optional<AnnotationValues> emits() {
        return values(Names.EMITS, Emits.class);
    }

    Optional<AnnotationValues> onDeadLetter() {
        return values(Names.ON_DEAD_LETTER, OnDeadLetter.class);
    }

    private Optional<AnnotationValues> values(DotName name, Class<?> type) {
        AnnotationInstance instance = method.declaredAnnotation(name);
        return instance == null ? Optional.empty() : Optional.of(new AnnotationValues(instance, type));
    }

    ClassInfo owner() {
        return method.declaringClass();
    }

    /** {@code com.acme.Orders#onOrder}. */
    String name() {
        return nameOf(method);
    }

    /** {@code com.acme.Orders#onOrder(com.acme.Order)}, where overloads are to be told apart. */
    String signature() {
        Stream<String> types = method.parameterTypes().stream().map(Object::toString);
        return name() + types.collect(Collectors.joining(", ", "(", ")"));
    }

    /** The id the annotation gives, else {@code SimpleClassName.method}; only for event methods. */
    String id() {
        String given = onEvent().orElseThrow().string("id");
        return given.isEmpty() ? owner().simpleName() + "." + method.name() : given;
    }

    static String nameOf(MethodInfo method) {
        return method.declaringClass().name() + "#" + method.name();
    }
}
