package dev.punctual.deployment.codec;

import org.jboss.jandex.PrimitiveType;
import org.jboss.jandex.Type;

/** Decides how payload types are read and written. */
final class CodecChooser {

    /** What suits a type best. */
    CodecChoice choose(Type type) {
        return isBytes(type) ? new CodecChoice.Bytes() : new CodecChoice.Jackson("codecs are not generated yet");
    }

    static boolean isBytes(Type type) {
        return type.kind() == Type.Kind.ARRAY && type.asArrayType().deepDimensions() == 1
                && type.asArrayType().elementType().equals(PrimitiveType.BYTE);
    }
}
