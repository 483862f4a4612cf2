package dev.punctual.deployment.handler;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * A valid {@code @Emits}.
 *
 * @param stream the stream's name
 * @param type the events' type, or an empty string where each names its own
 * @param payload a class, or an array of bytes
 */
public record Emitted(String stream, String type, Type payload) {

    private static final Set<DotName> CONTAINERS = Set.of(DotName.createSimple("java.util.Optional"),
            DotName.createSimple("java.util.Collection"), DotName.createSimple("java.util.List"),
            DotName.createSimple("java.util.Set"));

    static Emitted of(AnnotationValues emits, MethodInfo method) {
        return new Emitted(emits.string("stream"), emits.string("type"), payload(method.returnType()).orElseThrow());
    }

    /** Whether events are returned that may name their type themselves. */
    static boolean mayNameTypes(Type returned) {
        return isEvent(element(returned).orElse(returned));
    }

    /** The type of the payloads among what is returned; empty where it cannot be told. */
    static Optional<Type> payload(Type returned) {
        return element(returned).flatMap(each -> isEvent(each) ? argument(each) : Optional.of(each));
    }

    private static Optional<Type> element(Type returned) {
        return CONTAINERS.contains(returned.name()) ? argument(returned) : Optional.of(returned);
    }

    private static boolean isEvent(Type type) {
        return type.name().equals(Names.OUTGOING_EVENT);
    }

    private static Optional<Type> argument(Type type) {
        if (type.kind() != Type.Kind.PARAMETERIZED_TYPE) {
            return Optional.empty();
        }
        List<Type> arguments = type.asParameterizedType().arguments();
        Type only = arguments.get(0);
        if (only.kind() != Type.Kind.WILDCARD_TYPE) {
            return Optional.of(only);
        }
        Type bound = only.asWildcardType().extendsBound();
        return bound.name().equals(DotName.OBJECT_NAME) ? Optional.empty() : Optional.of(bound);
    }
}
