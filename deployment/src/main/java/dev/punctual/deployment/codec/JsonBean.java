package dev.punctual.deployment.codec;

import java.util.List;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.MethodInfo;
import org.jboss.jandex.Type;

/**
 * A class that is an object in JSON.
 *
 * @param record whether it is made by its constructor, of all its properties in their order
 * @param properties in the order in which they are written
 */
record JsonBean(DotName type, boolean record, List<Property> properties) {

    /** A property: its name in JSON, and how to get at it. */
    record Property(String name, Type type, JsonShape shape, Access access) {
    }

    /** How a property is read from and written to an instance. */
    sealed interface Access {
    }

    /** By a public field. */
    record ByField(FieldInfo field) implements Access {
    }

    /** By methods; a component of a record has no setter. */
    record ByMethods(MethodInfo getter, Optional<MethodInfo> setter) implements Access {
    }

    /** The name of the codec's class. */
    String codec() {
        return codec(type);
    }

    static String codec(DotName type) {
        return type + "_JsonCodec";
    }
}
