package dev.punctual.deployment.codec;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

/** Draws values of any payload type, extremes and nulls among them. */
final class RandomValues {

    private static final List<String> TEXTS = List.of("", "a", "Zoë 🍕 \"x\" \\ / \b\f\n\r\t\u0001\u007f\u2028", "plain text",
            "{\"a\":[1]}", "12", "null");

    private final Random random;

    private RandomValues(Random random) {
        this.random = random;
    }

    static List<Object> of(Class<?> type, int count) throws ReflectiveOperationException {
        RandomValues values = new RandomValues(new Random(4711));
        List<Object> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(values.instance(type, 0));
        }
        return all;
    }

    private Object instance(Class<?> type, int depth) throws ReflectiveOperationException {
        return type.isRecord() ? ofRecord(type, depth) : ofClass(type, depth);
    }

    private Object ofRecord(Class<?> type, int depth) throws ReflectiveOperationException {
        RecordComponent[] components = type.getRecordComponents();
        Object[] arguments = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            arguments[i] = value(components[i].getGenericType(), depth + 1);
        }
        Constructor<?> constructor = type
                .getDeclaredConstructor(Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
        constructor.setAccessible(true);
        return constructor.newInstance(arguments);
    }

    private Object ofClass(Class<?> type, int depth) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructor();
        constructor.setAccessible(true);
        Object made = constructor.newInstance();
        for (Class<?> at = type; at != Object.class; at = at.getSuperclass()) {
            for (Field field : at.getDeclaredFields()) {
                boolean written = Modifier.isPublic(field.getModifiers()) || Modifier.isPrivate(field.getModifiers());
                if (written && !Modifier.isStatic(field.getModifiers()) && !Modifier.isTransient(field.getModifiers())) {
                    field.setAccessible(true);
                    field.set(made, value(field.getGenericType(), depth + 1));
                }
            }
        }
        return made;
    }

    private Object value(Type type, int depth) throws ReflectiveOperationException {
        boolean primitive = type instanceof Class<?> known && known.isPrimitive();
        boolean nullable = !primitive && !type.getTypeName().startsWith("java.util.Optional");
        if (nullable && (random.nextInt(8) == 0 || depth > 5)) {
            return null;
        }
        if (type instanceof ParameterizedType parameterized) {
            return holder(parameterized, depth);
        }
        if (type instanceof GenericArrayType) {
            throw new IllegalArgumentException("no arrays of " + type);
        }
        Class<?> known = (Class<?>) type;
        if (known.isArray() && known != byte[].class) {
            return array(known.getComponentType(), depth);
        }
        if (known.isEnum()) {
            return known.getEnumConstants()[random.nextInt(known.getEnumConstants().length)];
        }
        return known.getName().startsWith("dev.punctual") ? instance(known, depth) : scalar(known);
    }

    private Object holder(ParameterizedType type, int depth) throws ReflectiveOperationException {
        Type[] arguments = type.getActualTypeArguments();
        Type last = arguments[arguments.length - 1];
        if (type.getRawType() == Optional.class) {
            return random.nextInt(3) == 0 ? Optional.empty() : Optional.ofNullable(value(last, depth));
        }
        if (type.getRawType() == Map.class) {
            Map<String, Object> map = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                map.put(text(), value(last, depth));
            }
            return map;
        }
        List<Object> all = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            all.add(value(last, depth));
        }
        return type.getRawType() == Set.class ? new HashSet<>(all) : all;
    }

    private Object array(Class<?> component, int depth) throws ReflectiveOperationException {
        Object array = Array.newInstance(component, random.nextInt(3));
        for (int i = 0; i < Array.getLength(array); i++) {
            Array.set(array, i, value(component, depth));
        }
        return array;
    }

    private Object scalar(Class<?> type) {
        return switch (type.getName()) {
            case "java.lang.String" -> text();
            case "boolean", "java.lang.Boolean" -> random.nextBoolean();
            case "byte", "java.lang.Byte" -> (byte) random.nextInt();
            case "short", "java.lang.Short" -> (short) random.nextInt();
            case "int", "java.lang.Integer" -> (int) integer();
            case "long", "java.lang.Long" -> integer();
            case "float", "java.lang.Float" -> (float) fraction();
            case "double", "java.lang.Double" -> fraction();
            case "char", "java.lang.Character" -> (char) ('!' + random.nextInt(500));
            case "java.math.BigDecimal" -> new BigDecimal(BigInteger.valueOf(integer()), random.nextInt(40) - 20);
            case "java.math.BigInteger" -> new BigInteger(random.nextInt(200), random);
            case "java.util.UUID" -> new UUID(random.nextLong(), random.nextLong());
            case "java.net.URI" -> URI.create("https://example.com/" + random.nextInt() + "?q=%20#f");
            case "[B" -> bytes();
            case "java.time.Instant" -> moment();
            case "java.time.LocalDate" -> LocalDate.ofInstant(moment(), ZoneOffset.UTC);
            case "java.time.LocalDateTime" -> LocalDateTime.ofInstant(moment(), ZoneOffset.UTC);
            case "java.time.OffsetDateTime" ->
                OffsetDateTime.ofInstant(moment(), ZoneOffset.ofHoursMinutes(random.nextInt(12), random.nextInt(60)));
            default -> throw new IllegalArgumentException("no values of " + type);
        };
    }

    private String text() {
        return TEXTS.get(random.nextInt(TEXTS.size()));
    }

    private long integer() {
        return switch (random.nextInt(6)) {
            case 0 -> Long.MIN_VALUE;
            case 1 -> Long.MAX_VALUE;
            case 2 -> Integer.MIN_VALUE;
            case 3 -> random.nextLong();
            default -> random.nextInt(2_000) - 1_000;
        };
    }

    private double fraction() {
        return switch (random.nextInt(8)) {
            case 0 -> Double.NaN;
            case 1 -> Double.NEGATIVE_INFINITY;
            case 2 -> Double.longBitsToDouble(random.nextLong());
            case 3 -> -0.0;
            case 4 -> Double.MIN_VALUE;
            case 5 -> random.nextInt();
            default -> random.nextInt(100_000) / 100.0;
        };
    }

    private byte[] bytes() {
        byte[] bytes = new byte[random.nextInt(9)];
        random.nextBytes(bytes);
        return bytes;
    }

    private Instant moment() {
        return switch (random.nextInt(3)) {
            case 0 -> Instant.EPOCH;
            case 1 -> Instant.ofEpochSecond(random.nextInt(), random.nextInt(1_000_000_000));
            default -> Instant.ofEpochSecond(random.nextInt(100_000_000) * 60L);
        };
    }
}
