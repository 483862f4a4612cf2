package dev.punctual.deployment.handler;

import java.util.Arrays;
import java.util.List;

import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationValue;
import org.jboss.jandex.DotName;
import org.jboss.jandex.Type;

/**
 * What an annotation says, defaults included.
 *
 * <p>
 * Defaults are read from the annotation's class: its jar need not be indexed by the application.
 */
record AnnotationValues(AnnotationInstance instance, Class<?> type) {

    /** {@code @OnEvent}, for messages. */
    String name() {
        return "@" + type.getSimpleName();
    }

    boolean isSet(String attribute) {
        return instance.value(attribute) != null;
    }

    String string(String attribute) {
        AnnotationValue value = instance.value(attribute);
        return value == null ? (String) defaultOf(attribute) : value.asString();
    }

    int integer(String attribute) {
        AnnotationValue value = instance.value(attribute);
        return value == null ? (int) defaultOf(attribute) : value.asInt();
    }

    boolean bool(String attribute) {
        AnnotationValue value = instance.value(attribute);
        return value == null ? (boolean) defaultOf(attribute) : value.asBoolean();
    }

    <E extends Enum<E>> E constant(String attribute, Class<E> constants) {
        AnnotationValue value = instance.value(attribute);
        return value == null ? constants.cast(defaultOf(attribute)) : Enum.valueOf(constants, value.asEnum());
    }

    /** Empty where the attribute is not set. */
    List<DotName> classes(String attribute) {
        AnnotationValue value = instance.value(attribute);
        return value == null ? List.of() : Arrays.stream(value.asClassArray()).map(Type::name).toList();
    }

    private Object defaultOf(String attribute) {
        try {
            return type.getDeclaredMethod(attribute).getDefaultValue();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(name() + " has no attribute '" + attribute + "'", e);
        }
    }
}
