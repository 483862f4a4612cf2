package dev.punctual.deployment.codec;

import java.lang.constant.ClassDesc;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jboss.jandex.DotName;
import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import dev.punctual.runtime.codec.json.EnumNames;
import dev.punctual.runtime.codec.json.PropertyNames;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.StaticFieldVar;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * The static fields and methods of one generated codec: the names of properties and constants, and a pair of methods for
 * each shape that holds others.
 */
final class JsonMembers {

    final ClassCreator type;
    final StaticFieldVar names;
    final Map<DotName, StaticFieldVar> enums = new HashMap<>();
    final Map<JsonShape, MethodDesc> readers = new HashMap<>();
    final Map<JsonShape, MethodDesc> writers = new HashMap<>();

    JsonMembers(ClassCreator type, JsonBean bean) {
        this.type = type;
        this.names = type.staticField("NAMES", field -> {
            field.final_();
            field.setType(PropertyNames.class);
            field.setInitializer(body -> {
                List<Const> texts = bean.properties().stream().map(property -> Const.of(property.name())).toList();
                body.yield(body.new_(ConstructorDesc.of(PropertyNames.class, String[].class),
                        body.newArray(String.class, texts)));
            });
        });
        bean.properties().forEach(property -> add(property.shape()));
    }

    private void add(JsonShape shape) {
        if (shape instanceof JsonShape.Constant constant) {
            enums.computeIfAbsent(constant.type(), this::enumNames);
        } else if (shape instanceof JsonShape.Elements elements) {
            add(elements.element(), shape);
        } else if (shape instanceof JsonShape.Array array) {
            add(array.element(), shape);
        } else if (shape instanceof JsonShape.Entries entries) {
            add(entries.value(), shape);
        } else if (shape instanceof JsonShape.Maybe maybe) {
            add(maybe.value(), shape);
        }
    }

    /** What holds a shape calls the methods for that shape, which come first. */
    private void add(JsonShape inner, JsonShape outer) {
        add(inner);
        if (!readers.containsKey(outer)) {
            int number = readers.size();
            readers.put(outer, new JsonReading(this).container("read" + number, outer));
            writers.put(outer, new JsonWriting(this).container("write" + number, outer));
        }
    }

    private StaticFieldVar enumNames(DotName name) {
        ClassDesc constants = Jandex2Gizmo.classDescOf(name);
        return type.staticField("ENUM" + enums.size(), field -> {
            field.final_();
            field.setType(EnumNames.class);
            field.setInitializer(body -> body.yield(body.new_(ConstructorDesc.of(EnumNames.class, Enum[].class),
                    body.invokeStatic(ClassMethodDesc.of(constants, "values", constants.arrayType(), List.of())))));
        });
    }
}
