package dev.punctual.deployment.codec;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import org.jboss.jandex.DotName;

import dev.punctual.deployment.codec.JsonBean.Property;

/**
 * Makes up what a payload of a class may look like: strings of 12 letters, or a UUID where the property's name ends in
 * {@code id}; integers of 5 digits, longs of 13 as milliseconds have, fractions of 7 characters; times to the second; three
 * elements in each list and map; 48 bytes in a {@code byte[]}; classes within classes to a depth of three. An estimate: only
 * real events tell real sizes.
 */
final class TypicalPayload {

    private static final int ELEMENTS = 3;
    private static final int DEEPEST = 3;
    private static final int LETTERS = 12;
    private static final int BYTES = 48;

    private final Map<DotName, JsonBean> beans;
    private final Function<DotName, String> constants;
    private final Random random = new Random(25);

    /**
     * @param beans the classes that values may be of
     */
    TypicalPayload(Map<DotName, JsonBean> beans) {
        this(beans, type -> "CONSTANT");
    }

    /**
     * @param beans the classes that values may be of
     * @param constants tells a constant of an enum
     */
    TypicalPayload(Map<DotName, JsonBean> beans, Function<DotName, String> constants) {
        this.beans = beans;
        this.constants = constants;
    }

    /** A value: as JSON, and how many bytes it takes in Protobuf, with its length where it has one. */
    record Value(String json, int protobuf) {
    }

    /** A payload of a class. */
    Value of(DotName type) {
        return bean(type, 0);
    }

    private Value bean(DotName type, int depth) {
        JsonBean bean = beans.get(type);
        if (bean == null || depth == DEEPEST) {
            return new Value("null", 0);
        }
        StringBuilder json = new StringBuilder();
        int protobuf = 0;
        for (int i = 0; i < bean.properties().size(); i++) {
            Property property = bean.properties().get(i);
            Value value = value(property.name(), property.shape(), depth);
            json.append(json.isEmpty() ? "{" : ",").append('"').append(property.name()).append("\":").append(value.json());
            // A field's number and type take a byte for each of the first 15 fields, two for the others; null takes nothing.
            protobuf += value.protobuf() == 0 ? 0 : (i < 15 ? 1 : 2) + value.protobuf();
        }
        return new Value(json.append('}').toString(), depth == 0 ? protobuf : withLength(protobuf));
    }

    private Value value(String name, JsonShape shape, int depth) {
        if (shape instanceof JsonShape.Scalar scalar) {
            return scalar(name, scalar.methods().type());
        }
        if (shape instanceof JsonShape.Constant constant) {
            return new Value(quoted(constants.apply(constant.type())), 1);
        }
        if (shape instanceof JsonShape.Bean bean) {
            return bean(bean.type(), depth + 1);
        }
        if (shape instanceof JsonShape.Maybe maybe) {
            return value(name, maybe.value(), depth);
        }
        if (shape instanceof JsonShape.Entries entries) {
            return several("{", "}", i -> entry(value(name, entries.value(), depth)));
        }
        JsonShape element = shape instanceof JsonShape.Elements elements ? elements.element()
                : ((JsonShape.Array) shape).element();
        return several("[", "]", i -> value(name, element, depth));
    }

    private Value entry(Value value) {
        return new Value(quoted(letters()) + ":" + value.json(), withLength(1 + withLength(LETTERS) + 1 + value.protobuf()));
    }

    /** Repeated fields have a number each, of which the first is counted with the property. */
    private static Value several(String open, String close, IntFunction<Value> element) {
        Value[] all = IntStream.range(0, ELEMENTS).mapToObj(element).toArray(Value[]::new);
        int protobuf = ELEMENTS - 1;
        for (Value each : all) {
            protobuf += each.protobuf();
        }
        String json = java.util.Arrays.stream(all).map(Value::json).collect(Collectors.joining(",", open, close));
        return new Value(json, protobuf);
    }

    private Value scalar(String name, Class<?> type) {
        return switch (type.getSimpleName().toLowerCase(Locale.ROOT)) {
            case "string" -> text(name.toLowerCase(Locale.ROOT).endsWith("id") ? uuid() : letters());
            case "boolean" -> new Value("true", 1);
            case "byte", "short" -> new Value(Integer.toString(10 + random.nextInt(90)), 1);
            case "int", "integer" -> new Value(Integer.toString(10_000 + random.nextInt(90_000)), 3);
            case "long", "biginteger" -> new Value(Long.toString(1_795_000_000_000L + random.nextInt(1_000_000_000)), 6);
            case "double", "bigdecimal" -> new Value(1_000 + random.nextInt(9_000) + "." + (10 + random.nextInt(90)), 8);
            case "float" -> new Value("10.25", 4);
            case "char", "character" -> new Value(quoted("x"), 2);
            case "uuid" -> text(uuid());
            case "uri" -> text("https://example.com/" + letters());
            case "localdate" -> text("2026-11-23");
            case "localdatetime" -> text("2026-11-23T12:34:56");
            case "instant", "offsetdatetime" -> new Value(quoted("2026-11-23T12:34:56Z"), withLength(6));
            default -> bytes();
        };
    }

    private Value bytes() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Value(quoted(Base64.getEncoder().encodeToString(bytes)), withLength(BYTES));
    }

    private String uuid() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String letters() {
        return random.ints(LETTERS, 'a', 'z' + 1).collect(StringBuilder::new, StringBuilder::appendCodePoint,
                StringBuilder::append).toString();
    }

    private static Value text(String text) {
        return new Value(quoted(text), withLength(text.length()));
    }

    private static String quoted(String text) {
        return '"' + text + '"';
    }

    private static int withLength(int bytes) {
        return bytes + (bytes < 128 ? 1 : bytes < 16_384 ? 2 : 3);
    }
}
