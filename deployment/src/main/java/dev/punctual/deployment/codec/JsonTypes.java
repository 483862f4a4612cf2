package dev.punctual.deployment.codec;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Map;
import java.util.Optional;

import org.jboss.jandex.DotName;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import dev.punctual.runtime.codec.json.JsonReader;
import dev.punctual.runtime.codec.json.JsonWriter;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/** The Java types of shapes, and the methods that generated codecs have for each other. */
final class JsonTypes {

    static final ClassDesc READER = JsonReader.class.describeConstable().orElseThrow();
    static final ClassDesc WRITER = JsonWriter.class.describeConstable().orElseThrow();

    private JsonTypes() {
    }

    /** What is read for a shape. */
    static ClassDesc of(JsonShape shape) {
        if (shape instanceof JsonShape.Scalar scalar) {
            return scalar.methods().type().describeConstable().orElseThrow();
        }
        if (shape instanceof JsonShape.Constant constant) {
            return Jandex2Gizmo.classDescOf(constant.type());
        }
        if (shape instanceof JsonShape.Bean bean) {
            return Jandex2Gizmo.classDescOf(bean.type());
        }
        if (shape instanceof JsonShape.Elements elements) {
            return Jandex2Gizmo.classDescOf(elements.implementation());
        }
        if (shape instanceof JsonShape.Array array) {
            return of(array.element()).arrayType();
        }
        return (shape instanceof JsonShape.Entries ? Map.class : Optional.class).describeConstable().orElseThrow();
    }

    static MethodDesc readMethod(DotName bean) {
        ClassDesc type = Jandex2Gizmo.classDescOf(bean);
        return ClassMethodDesc.of(ClassDesc.of(JsonBean.codec(bean)), "read", MethodTypeDesc.of(type, READER));
    }

    static MethodDesc writeMethod(DotName bean) {
        ClassDesc type = Jandex2Gizmo.classDescOf(bean);
        return ClassMethodDesc.of(ClassDesc.of(JsonBean.codec(bean)), "write",
                MethodTypeDesc.of(ClassDesc.ofDescriptor("V"), WRITER, type));
    }
}
