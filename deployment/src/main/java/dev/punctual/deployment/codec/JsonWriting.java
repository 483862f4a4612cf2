package dev.punctual.deployment.codec;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;

import dev.punctual.runtime.codec.json.EnumNames;
import dev.punctual.runtime.codec.json.JsonOptionals;
import dev.punctual.runtime.codec.json.JsonWriter;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.LocalVar;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.MethodDesc;

/** Generates the writing of values. */
final class JsonWriting {

    private static final MethodDesc WRITE_NULL = MethodDesc.of(JsonWriter.class, "writeNull", void.class);
    private static final MethodDesc BEGIN_ARRAY = MethodDesc.of(JsonWriter.class, "beginArray", void.class);
    private static final MethodDesc NEXT = MethodDesc.of(JsonWriter.class, "next", void.class);
    private static final MethodDesc END_ARRAY = MethodDesc.of(JsonWriter.class, "endArray", void.class);
    private static final MethodDesc BEGIN_OBJECT = MethodDesc.of(JsonWriter.class, "beginObject", void.class);
    private static final MethodDesc KEY = MethodDesc.of(JsonWriter.class, "key", void.class, String.class);
    private static final MethodDesc END_OBJECT = MethodDesc.of(JsonWriter.class, "endObject", void.class);
    private static final MethodDesc WRITE_ENUM = MethodDesc.of(EnumNames.class, "write", void.class, JsonWriter.class,
            Enum.class);
    private static final MethodDesc ENTRIES = MethodDesc.of(Map.class, "entrySet", java.util.Set.class);
    private static final MethodDesc ENTRY_KEY = MethodDesc.of(Map.Entry.class, "getKey", Object.class);
    private static final MethodDesc ENTRY_VALUE = MethodDesc.of(Map.Entry.class, "getValue", Object.class);
    private static final MethodDesc OR_NULL = MethodDesc.of(JsonOptionals.class, "orNull", Object.class, Optional.class);

    private final JsonMembers members;

    JsonWriting(JsonMembers members) {
        this.members = members;
    }

    /** Writes one value. */
    void value(BlockCreator body, ParamVar out, JsonShape shape, Expr value) {
        if (shape instanceof JsonShape.Scalar scalar) {
            scalar(body, out, scalar.methods(), value);
        } else if (shape instanceof JsonShape.Constant) {
            body.invokeStatic(WRITE_ENUM, out, value);
        } else if (shape instanceof JsonShape.Bean bean) {
            body.invokeStatic(JsonTypes.writeMethod(bean.type()), out, value);
        } else {
            body.invokeStatic(members.writers.get(shape), out, value);
        }
    }

    private static void scalar(BlockCreator body, ParamVar out, JsonScalar methods, Expr value) {
        if (methods.isPlain()) {
            boolean narrow = methods.type() == short.class || methods.type() == byte.class;
            body.invokeVirtual(methods.write(), out, narrow ? body.cast(value, int.class) : value);
        } else {
            body.invokeStatic(methods.write(), out, value);
        }
    }

    /** A method that writes what holds other values. */
    MethodDesc container(String name, JsonShape shape) {
        return members.type.staticMethod(name, method -> {
            method.returning(void.class);
            ParamVar out = method.parameter("out", JsonWriter.class);
            ParamVar value = method.parameter("value", written(shape));
            method.body(body -> {
                body.if_(body.eq(value, io.quarkus.gizmo2.Const.ofNull(value.type())), none -> {
                    none.invokeVirtual(WRITE_NULL, out);
                    none.return_();
                });
                if (shape instanceof JsonShape.Maybe maybe) {
                    LocalVar held = body.localVar("held", Object.class, body.invokeStatic(OR_NULL, value));
                    maybe(body, out, maybe, held);
                } else if (shape instanceof JsonShape.Entries entries) {
                    entries(body, out, entries, value);
                } else if (shape instanceof JsonShape.Elements elements) {
                    elements(body, out, elements.element(), value);
                } else if (shape instanceof JsonShape.Array array) {
                    elements(body, out, array.element(), value);
                }
                body.return_();
            });
        });
    }

    private static java.lang.constant.ClassDesc written(JsonShape shape) {
        return shape instanceof JsonShape.Elements ? Collection.class.describeConstable().orElseThrow() : JsonTypes.of(shape);
    }

    private void maybe(BlockCreator body, ParamVar out, JsonShape.Maybe maybe, LocalVar held) {
        value(body, out, maybe.value(), cast(body, held, maybe.value()));
    }

    private void elements(BlockCreator body, ParamVar out, JsonShape element, ParamVar all) {
        body.invokeVirtual(BEGIN_ARRAY, out);
        body.forEach(all, (loop, each) -> {
            loop.invokeVirtual(NEXT, out);
            value(loop, out, element, cast(loop, each, element));
        });
        body.invokeVirtual(END_ARRAY, out);
    }

    private void entries(BlockCreator body, ParamVar out, JsonShape.Entries entries, ParamVar map) {
        body.invokeVirtual(BEGIN_OBJECT, out);
        body.forEach(body.invokeInterface(ENTRIES, map), (loop, each) -> {
            LocalVar entry = loop.localVar("entry", Map.Entry.class, loop.cast(each, Map.Entry.class));
            loop.invokeVirtual(KEY, out, loop.cast(loop.invokeInterface(ENTRY_KEY, entry), String.class));
            LocalVar held = loop.localVar("held", Object.class, loop.invokeInterface(ENTRY_VALUE, entry));
            value(loop, out, entries.value(), cast(loop, held, entries.value()));
        });
        body.invokeVirtual(END_OBJECT, out);
    }

    private static Expr cast(BlockCreator body, LocalVar value, JsonShape shape) {
        return body.cast(value, written(shape));
    }
}
