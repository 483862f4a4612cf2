package dev.punctual.deployment.codec;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jboss.jandex.gizmo2.Jandex2Gizmo;

import dev.punctual.deployment.codec.JsonBean.Property;
import dev.punctual.runtime.codec.json.JsonCodec;
import dev.punctual.runtime.codec.json.JsonReader;
import dev.punctual.runtime.codec.json.JsonWriter;
import dev.punctual.runtime.codec.json.PropertyNames;
import io.quarkus.gizmo2.ClassOutput;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.Gizmo;
import io.quarkus.gizmo2.LocalVar;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.creator.ClassCreator;
import io.quarkus.gizmo2.desc.ClassMethodDesc;
import io.quarkus.gizmo2.desc.ConstructorDesc;
import io.quarkus.gizmo2.desc.FieldDesc;
import io.quarkus.gizmo2.desc.MethodDesc;

/**
 * Generates the codecs of classes: each has a static method that reads an object and one that writes it, which those of
 * other classes call.
 *
 * <p>
 * A codec goes to the package of its class, so that it may name what other classes may not.
 */
final class JsonCodecs {

    private static final MethodDesc READ_NULL = MethodDesc.of(JsonReader.class, "readNull", boolean.class);
    private static final MethodDesc BEGIN = MethodDesc.of(JsonReader.class, "beginObject", void.class, PropertyNames.class);
    private static final MethodDesc NEXT = MethodDesc.of(JsonReader.class, "nextProperty", int.class);
    private static final MethodDesc WRITE_NULL = MethodDesc.of(JsonWriter.class, "writeNull", void.class);
    private static final MethodDesc BEGIN_WRITING = MethodDesc.of(JsonWriter.class, "beginObject", void.class);
    private static final MethodDesc NAME = MethodDesc.of(JsonWriter.class, "name", void.class, PropertyNames.class, int.class);
    private static final MethodDesc END_WRITING = MethodDesc.of(JsonWriter.class, "endObject", void.class);

    private static final MethodDesc EMPTY = MethodDesc.of(Optional.class, "empty", Optional.class);

    private final ClassOutput output;

    JsonCodecs(ClassOutput output) {
        this.output = output;
    }

    /** Generates the class {@link JsonBean#codec} names: a {@link JsonCodec} with a public constructor. */
    void generate(JsonBean bean) {
        ClassDesc value = Jandex2Gizmo.classDescOf(bean.type());
        Gizmo.create(output).class_(bean.codec(), type -> {
            type.public_();
            type.extends_(JsonCodec.class);
            constructor(type, bean);
            JsonMembers members = new JsonMembers(type, bean);
            read(members, bean, value);
            write(members, bean, value);
            instanceMethods(type, bean, value);
        });
    }

    private static void constructor(ClassCreator type, JsonBean bean) {
        type.constructor(constructor -> {
            constructor.public_();
            constructor.body(body -> {
                body.invokeSpecial(ConstructorDesc.of(JsonCodec.class, String.class), type.this_(),
                        Const.of(bean.type().toString()));
                body.return_();
            });
        });
    }

    private static void instanceMethods(ClassCreator type, JsonBean bean, ClassDesc value) {
        type.method("readValue", method -> {
            method.protected_();
            method.returning(Object.class);
            ParamVar in = method.parameter("in", JsonReader.class);
            method.body(body -> body.return_(body.invokeStatic(JsonTypes.readMethod(bean.type()), in)));
        });
        type.method("writeValue", method -> {
            method.protected_();
            method.returning(void.class);
            ParamVar out = method.parameter("out", JsonWriter.class);
            ParamVar payload = method.parameter("payload", Object.class);
            method.body(body -> {
                body.invokeStatic(JsonTypes.writeMethod(bean.type()), out, body.cast(payload, value));
                body.return_();
            });
        });
    }

    private static void read(JsonMembers members, JsonBean bean, ClassDesc value) {
        members.type.staticMethod("read", method -> {
            method.public_();
            method.returning(value);
            ParamVar in = method.parameter("in", JsonReader.class);
            method.body(body -> {
                body.if_(body.invokeVirtual(READ_NULL, in), BlockCreator::returnNull);
                body.invokeVirtual(BEGIN, in, members.names);
                if (bean.record()) {
                    body.return_(record(body, in, members, bean, value));
                } else {
                    LocalVar object = body.localVar("object", value, body.new_(value));
                    properties(body, in, members, bean,
                            (branch, index, read) -> set(branch, object, value, bean.properties().get(index), read));
                    body.return_(object);
                }
            });
        });
    }

    private static Expr record(BlockCreator body, ParamVar in, JsonMembers members, JsonBean bean, ClassDesc value) {
        List<LocalVar> components = new ArrayList<>();
        List<ClassDesc> types = bean.properties().stream().map(property -> Jandex2Gizmo.classDescOf(property.type())).toList();
        for (int i = 0; i < types.size(); i++) {
            boolean maybe = bean.properties().get(i).shape() instanceof JsonShape.Maybe;
            components.add(body.localVar("component" + i, types.get(i),
                    maybe ? body.invokeStatic(EMPTY) : Const.ofDefault(types.get(i))));
        }
        properties(body, in, members, bean, (branch, index, read) -> branch.set(components.get(index), read));
        return body.new_(ConstructorDesc.of(value, types), components);
    }

    /** What is done with a property that was read. */
    @FunctionalInterface
    private interface OnProperty {
        void accept(BlockCreator branch, int index, Expr read);
    }

    private static void properties(BlockCreator body, ParamVar in, JsonMembers members, JsonBean bean, OnProperty then) {
        JsonReading reading = new JsonReading(members);
        LocalVar next = body.localVar("next", body.invokeVirtual(NEXT, in));
        body.while_(test -> test.yield(test.ge(next, 0)), loop -> {
            loop.switch_(next, cases -> {
                for (int i = 0; i < bean.properties().size(); i++) {
                    int index = i;
                    cases.caseOf(index, branch -> then.accept(branch, index,
                            reading.value(branch, in, bean.properties().get(index).shape())));
                }
            });
            loop.set(next, loop.invokeVirtual(NEXT, in));
        });
    }

    private static void set(BlockCreator branch, LocalVar object, ClassDesc owner, Property property, Expr read) {
        ClassDesc type = Jandex2Gizmo.classDescOf(property.type());
        LocalVar value = branch.localVar("value", type, read);
        if (property.access() instanceof JsonBean.ByField field) {
            branch.set(object.field(FieldDesc.of(owner, field.field().name(), type)), value);
        } else if (property.access() instanceof JsonBean.ByMethods methods) {
            methods.setter().ifPresent(setter -> branch.invokeVirtual(ClassMethodDesc.of(owner, setter.name(),
                    MethodTypeDesc.of(Jandex2Gizmo.classDescOf(setter.returnType()), type)), object, value));
        }
    }

    private static void write(JsonMembers members, JsonBean bean, ClassDesc value) {
        JsonWriting writing = new JsonWriting(members);
        members.type.staticMethod("write", method -> {
            method.public_();
            method.returning(void.class);
            ParamVar out = method.parameter("out", JsonWriter.class);
            ParamVar object = method.parameter("object", value);
            method.body(body -> {
                body.if_(body.eq(object, Const.ofNull(value)), none -> {
                    none.invokeVirtual(WRITE_NULL, out);
                    none.return_();
                });
                body.invokeVirtual(BEGIN_WRITING, out);
                for (int i = 0; i < bean.properties().size(); i++) {
                    Property property = bean.properties().get(i);
                    body.invokeVirtual(NAME, out, members.names, Const.of(i));
                    writing.value(body, out, property.shape(), get(body, object, value, property));
                }
                body.invokeVirtual(END_WRITING, out);
                body.return_();
            });
        });
    }

    private static Expr get(BlockCreator body, ParamVar object, ClassDesc owner, Property property) {
        ClassDesc type = Jandex2Gizmo.classDescOf(property.type());
        if (property.access() instanceof JsonBean.ByMethods methods) {
            return body.localVar("value", type, body.invokeVirtual(
                    ClassMethodDesc.of(owner, methods.getter().name(), MethodTypeDesc.of(type)), object));
        }
        String field = ((JsonBean.ByField) property.access()).field().name();
        return body.localVar("value", type, object.field(FieldDesc.of(owner, field, type)));
    }
}
