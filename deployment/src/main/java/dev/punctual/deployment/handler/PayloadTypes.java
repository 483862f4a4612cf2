package dev.punctual.deployment.handler;

import java.lang.reflect.Modifier;
import java.util.Optional;

import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

/** Knows which types a payload may have: what JSON can be read into without being told more, and {@code byte[]}. */
final class PayloadTypes {

    private static final String MEND = "; take a record, a class or byte[]";

    private final IndexView index;

    /**
     * @param index computes what it does not hold, so that classes of the JDK are known
     */
    PayloadTypes(IndexView index) {
        this.index = index;
    }

    /** Whether the type stands for the payload's bytes, unread. */
    static boolean isBytes(Type type) {
        return type.kind() == Type.Kind.ARRAY && type.asArrayType().deepDimensions() == 1
                && type.asArrayType().elementType().equals(PrimitiveType.BYTE);
    }

    /** What speaks against a type, empty where nothing does. */
    Optional<String> problem(Type type) {
        return switch (type.kind()) {
            case CLASS -> classProblem(type);
            case PRIMITIVE -> refuse(type, "is a primitive");
            case ARRAY -> isBytes(type) ? Optional.empty() : refuse(type, "is an array");
            case PARAMETERIZED_TYPE -> refuse(type, "is parameterised, and its parameters would be lost");
            default -> refuse(type, "is a type variable, so the type of the payload is not known");
        };
    }

    private Optional<String> classProblem(Type type) {
        ClassInfo found = index.getClassByName(type.name());
        if (found == null) {
            return Optional.empty();
        }
        if (found.isInterface()) {
            return refuse(type, "is an interface");
        }
        if (found.isAbstract() && !found.isEnum()) {
            return refuse(type, "is abstract");
        }
        boolean inner = found.nestingType() == ClassInfo.NestingType.INNER && !Modifier.isStatic(found.flags());
        return inner ? refuse(type, "is an inner class; make it static, or a record") : Optional.empty();
    }

    private static Optional<String> refuse(Type type, String why) {
        String mend = why.contains(";") ? "" : MEND;
        return Optional.of("payload type " + type + " " + why + mend);
    }
}
