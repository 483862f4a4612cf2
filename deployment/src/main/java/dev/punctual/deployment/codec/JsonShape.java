package dev.punctual.deployment.codec;

import org.jboss.jandex.DotName;

/** What stands for a Java type in JSON, as far as codecs are generated for it. */
sealed interface JsonShape {

    /** A value with methods of its own in the runtime. */
    record Scalar(JsonScalar methods) implements JsonShape {
    }

    /** A constant of an enum, by its name. */
    record Constant(DotName type) implements JsonShape {
    }

    /** An object with the properties of a class, which has a codec of its own. */
    record Bean(DotName type) implements JsonShape {
    }

    /** An array of JSON as a collection. */
    record Elements(DotName implementation, JsonShape element) implements JsonShape {
    }

    /** An array of JSON as an array of references. */
    record Array(JsonShape element) implements JsonShape {
    }

    /** An object whose names are the map's keys. */
    record Entries(JsonShape value) implements JsonShape {
    }

    /** A value or null. */
    record Maybe(JsonShape value) implements JsonShape {
    }
}
