package dev.punctual.deployment.codec;

import java.lang.constant.ClassDesc;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

import dev.punctual.runtime.codec.json.EnumNames;
import dev.punctual.runtime.codec.json.JsonReader;
import io.quarkus.gizmo2.Const;
import io.quarkus.gizmo2.Expr;
import io.quarkus.gizmo2.LocalVar;
import io.quarkus.gizmo2.ParamVar;
import io.quarkus.gizmo2.creator.BlockCreator;
import io.quarkus.gizmo2.desc.MethodDesc;

/** Generates the reading of values. */
final class JsonReading {

    private static final MethodDesc READ_NULL = MethodDesc.of(JsonReader.class, "readNull", boolean.class);
    private static final MethodDesc BEGIN_ARRAY = MethodDesc.of(JsonReader.class, "beginArray", void.class);
    private static final MethodDesc NEXT_ELEMENT = MethodDesc.of(JsonReader.class, "nextElement", boolean.class);
    private static final MethodDesc BEGIN_MAP = MethodDesc.of(JsonReader.class, "beginMap", void.class);
    private static final MethodDesc NEXT_KEY = MethodDesc.of(JsonReader.class, "nextKey", String.class);
    private static final MethodDesc READ_ENUM = MethodDesc.of(EnumNames.class, "read", Enum.class, JsonReader.class);
    private static final MethodDesc ADD = MethodDesc.of(Collection.class, "add", boolean.class, Object.class);
    private static final MethodDesc TO_ARRAY = MethodDesc.of(Collection.class, "toArray", Object[].class, Object[].class);
    private static final MethodDesc PUT = MethodDesc.of(Map.class, "put", Object.class, Object.class, Object.class);
    private static final MethodDesc OPTIONAL = MethodDesc.of(Optional.class, "ofNullable", Optional.class, Object.class);
    private static final ClassDesc LIST = ArrayList.class.describeConstable().orElseThrow();

    private final JsonMembers members;

    JsonReading(JsonMembers members) {
        this.members = members;
    }

    /** Reads one value. */
    Expr value(BlockCreator body, ParamVar in, JsonShape shape) {
        if (shape instanceof JsonShape.Scalar scalar) {
            JsonScalar methods = scalar.methods();
            return methods.isPlain() ? body.invokeVirtual(methods.read(), in) : body.invokeStatic(methods.read(), in);
        }
        if (shape instanceof JsonShape.Constant constant) {
            return body.cast(body.invokeVirtual(READ_ENUM, members.enums.get(constant.type()), in), JsonTypes.of(shape));
        }
        if (shape instanceof JsonShape.Bean bean) {
            return body.invokeStatic(JsonTypes.readMethod(bean.type()), in);
        }
        return body.invokeStatic(members.readers.get(shape), in);
    }

    /** A method that reads what holds other values. */
    MethodDesc container(String name, JsonShape shape) {
        return members.type.staticMethod(name, method -> {
            method.returning(JsonTypes.of(shape));
            ParamVar in = method.parameter("in", JsonReader.class);
            method.body(body -> {
                if (shape instanceof JsonShape.Maybe maybe) {
                    body.return_(body.invokeStatic(OPTIONAL, value(body, in, maybe.value())));
                    return;
                }
                body.if_(body.invokeVirtual(READ_NULL, in), BlockCreator::returnNull);
                if (shape instanceof JsonShape.Entries entries) {
                    entries(body, in, entries);
                } else if (shape instanceof JsonShape.Elements elements) {
                    body.return_(elements(body, in, elements.element(), JsonTypes.of(shape)));
                } else if (shape instanceof JsonShape.Array array) {
                    array(body, in, array);
                }
            });
        });
    }

    private void array(BlockCreator body, ParamVar in, JsonShape.Array array) {
        LocalVar list = elements(body, in, array.element(), LIST);
        Expr empty = body.newEmptyArray(JsonTypes.of(array.element()), Const.of(0));
        body.return_(body.cast(body.invokeInterface(TO_ARRAY, list, empty), JsonTypes.of(array)));
    }

    private LocalVar elements(BlockCreator body, ParamVar in, JsonShape element, ClassDesc implementation) {
        LocalVar all = body.localVar("all", implementation, body.new_(implementation));
        body.invokeVirtual(BEGIN_ARRAY, in);
        whileTrue(body, NEXT_ELEMENT, in, (loop, next) -> {
            LocalVar value = loop.localVar("value", Object.class, boxed(loop, value(loop, in, element)));
            loop.invokeInterface(ADD, all, value);
        });
        return all;
    }

    private static void whileTrue(BlockCreator body, MethodDesc condition, ParamVar in,
            BiConsumer<BlockCreator, ParamVar> loop) {
        body.while_(test -> test.yield(test.invokeVirtual(condition, in)), each -> loop.accept(each, in));
    }

    private void entries(BlockCreator body, ParamVar in, JsonShape.Entries entries) {
        LocalVar map = body.localVar("map", Map.class, body.new_(LinkedHashMap.class));
        body.invokeVirtual(BEGIN_MAP, in);
        LocalVar key = body.localVar("key", body.invokeVirtual(NEXT_KEY, in));
        body.while_(test -> test.yield(test.ne(key, Const.ofNull(String.class))), loop -> {
            LocalVar value = loop.localVar("value", Object.class, boxed(loop, value(loop, in, entries.value())));
            loop.invokeInterface(PUT, map, key, value);
            loop.set(key, loop.invokeVirtual(NEXT_KEY, in));
        });
        body.return_(map);
    }

    private static Expr boxed(BlockCreator body, Expr value) {
        return value.type().isPrimitive() ? body.box(value) : value;
    }
}
