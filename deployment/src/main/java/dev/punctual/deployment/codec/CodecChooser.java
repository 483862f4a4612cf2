package dev.punctual.deployment.codec;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

/** Decides how payload types are read and written, and gathers the classes for which codecs are needed. */
final class CodecChooser {

    private final JsonShapes shapes;
    private final Optional<String> alwaysJackson;
    private final Map<DotName, JsonBean> beans = new LinkedHashMap<>();

    /**
     * @param index computes what it does not hold
     * @param alwaysJackson why Jackson has to read all JSON, if it has to
     */
    CodecChooser(IndexView index, Optional<String> alwaysJackson) {
        this.shapes = new JsonShapes(index);
        this.alwaysJackson = alwaysJackson;
    }

    /** What suits a type best. */
    CodecChoice choose(Type type) {
        if (isBytes(type)) {
            return new CodecChoice.Bytes();
        }
        if (alwaysJackson.isPresent()) {
            return new CodecChoice.Jackson(alwaysJackson.get());
        }
        try {
            beans.putAll(shapes.beans(type));
            return new CodecChoice.Generated(JsonBean.codec(type.name()));
        } catch (UnsupportedShapeException e) {
            return new CodecChoice.Jackson(e.reason());
        }
    }

    /** The classes that need a codec: the payload types whose codec is generated, and the classes they hold. */
    Collection<JsonBean> beans() {
        return beans.values();
    }

    static boolean isBytes(Type type) {
        return type.kind() == Type.Kind.ARRAY && type.asArrayType().deepDimensions() == 1
                && type.asArrayType().elementType().equals(PrimitiveType.BYTE);
    }
}
