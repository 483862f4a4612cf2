package dev.punctual.deployment.handler;

import java.util.Optional;
import java.util.Set;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;
import org.jspecify.annotations.Nullable;

/**
 * Knows which methods may return a key: those whose value tells itself apart from others by its {@code toString}.
 *
 * <p>
 * What an interface, an abstract class or a type variable stands for is not known here, and not judged.
 */
final class KeyTypes {

    private static final Set<DotName> OPTIONALS = Set.of(DotName.createSimple("java.util.Optional"),
            DotName.createSimple("java.util.OptionalInt"), DotName.createSimple("java.util.OptionalLong"),
            DotName.createSimple("java.util.OptionalDouble"));

    private final IndexView index;

    /**
     * @param index computes what it does not hold, so that classes of the JDK are known
     */
    KeyTypes(IndexView index) {
        this.index = index;
    }

    /** What speaks against a method as key, empty where nothing does. */
    Optional<String> problem(MethodInfo method) {
        if (method.name().equals("hashCode")) {
            return Optional.of("events that differ may have the same hash code; name a property that tells them apart");
        }
        Type type = method.returnType();
        return switch (type.kind()) {
            case VOID -> refuse(method, "nothing; name a method that returns the value");
            case ARRAY -> refuse(method, type + ", whose toString differs from one instance to the next;"
                    + " return a value, such as a String");
            case CLASS, PARAMETERIZED_TYPE -> classProblem(method, type);
            default -> Optional.empty();
        };
    }

    private Optional<String> classProblem(MethodInfo method, Type type) {
        if (OPTIONALS.contains(type.name())) {
            return refuse(method, type + ", and all events where it is empty would count as the same;"
                    + " return the value itself, and null where there is none");
        }
        return tellsApart(index.getClassByName(type.name())) ? Optional.empty()
                : refuse(method, type + ", whose toString differs from one instance to the next; override it,"
                        + " or make the class a record");
    }

    private boolean tellsApart(@Nullable ClassInfo type) {
        if (type == null || type.superName() == null || type.isInterface() || type.isAbstract()) {
            return true;
        }
        for (ClassInfo at = type; at != null && at.superName() != null; at = index.getClassByName(at.superName())) {
            if (at.method("toString") != null) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> refuse(MethodInfo method, String returned) {
        return Optional.of(AnnotatedMethod.nameOf(method) + " returns " + returned);
    }
}
