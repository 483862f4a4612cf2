package dev.punctual.deployment.codec;

import java.lang.reflect.Modifier;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/** Knows getters and setters as Jackson does. */
final class Accessors {

    private static final DotName BOOLEAN = DotName.createSimple("java.lang.Boolean");

    private Accessors() {
    }

    static boolean isGetter(MethodInfo method) {
        return Modifier.isPublic(method.flags()) && isOfInstances(method) && method.parametersCount() == 0
                && method.returnType().kind() != Type.Kind.VOID && !method.name().equals("getClass")
                && (stem(method, "get").isPresent() || stem(method, "is").isPresent() && isBoolean(method.returnType()));
    }

    static boolean isSetter(MethodInfo method) {
        return isOfInstances(method) && method.parametersCount() == 1 && stem(method, "set").isPresent();
    }

    private static boolean isOfInstances(MethodInfo method) {
        return !Modifier.isStatic(method.flags()) && !method.isSynthetic() && !method.isConstructor();
    }

    private static boolean isBoolean(Type type) {
        return type.name().toString().equals("boolean") || type.name().equals(BOOLEAN);
    }

    private static Optional<String> stem(MethodInfo method, String prefix) {
        String name = method.name();
        return name.startsWith(prefix) && name.length() > prefix.length() ? Optional.of(name.substring(prefix.length()))
                : Optional.empty();
    }

    /**
     * The property that a getter or setter is for.
     *
     * @throws UnsupportedShapeException if it begins in a way on which beans and Jackson do not agree
     */
    static String property(MethodInfo method) throws UnsupportedShapeException {
        String stem = stem(method, method.name().startsWith("is") ? "is" : method.name().substring(0, 3)).orElseThrow();
        if (!Character.isUpperCase(stem.charAt(0)) || stem.length() > 1 && Character.isUpperCase(stem.charAt(1))) {
            throw new UnsupportedShapeException("the name of its method " + method.name()
                    + " does not go on with one capital and a small letter");
        }
        return Character.toLowerCase(stem.charAt(0)) + stem.substring(1);
    }
}
