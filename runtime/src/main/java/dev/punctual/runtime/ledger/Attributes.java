package dev.punctual.runtime.ledger;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.LedgerException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** The attributes of one item of the table, to be filled or read; not safe for use by several threads. */
final class Attributes {

    private final Map<String, AttributeValue> values;

    Attributes() {
        this(new HashMap<>());
    }

    Attributes(Map<String, AttributeValue> values) {
        this.values = values;
    }

    Map<String, AttributeValue> values() {
        return values;
    }

    /** Leaves an empty text out. */
    Attributes put(String name, String text) {
        if (!text.isEmpty()) {
            values.put(name, AttributeValue.fromS(LegalText.of(text)));
        }
        return this;
    }

    Attributes put(String name, Instant instant) {
        return put(name, instant.toString());
    }

    Attributes put(String name, long number) {
        values.put(name, AttributeValue.fromN(Long.toString(number)));
        return this;
    }

    Attributes put(String name, boolean flag) {
        values.put(name, AttributeValue.fromBool(flag));
        return this;
    }

    Attributes put(String name, byte[] bytes) {
        values.put(name, AttributeValue.fromB(SdkBytes.fromByteArray(bytes)));
        return this;
    }

    /** Leaves an empty list out. */
    Attributes put(String name, List<String> texts) {
        if (!texts.isEmpty()) {
            values.put(name, AttributeValue.fromL(texts.stream().map(LegalText::of).map(AttributeValue::fromS).toList()));
        }
        return this;
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    /** A text, or an empty one where there is none. */
    String text(String name) {
        AttributeValue value = values.get(name);
        return value == null || value.s() == null ? "" : LegalText.read(value.s());
    }

    Instant instant(String name) {
        try {
            return Instant.parse(text(name));
        } catch (DateTimeException e) {
            throw wrong(name, "an instant");
        }
    }

    int number(String name) {
        AttributeValue value = values.get(name);
        try {
            return Integer.parseInt(value == null || value.n() == null ? "" : value.n());
        } catch (NumberFormatException e) {
            throw wrong(name, "a whole number");
        }
    }

    boolean flag(String name) {
        AttributeValue value = values.get(name);
        if (value == null || value.bool() == null) {
            throw wrong(name, "true or false");
        }
        return value.bool();
    }

    byte @Nullable [] bytes(String name) {
        AttributeValue value = values.get(name);
        return value == null || value.b() == null ? null : value.b().asByteArray();
    }

    List<String> texts(String name) {
        AttributeValue value = values.get(name);
        return value == null ? List.of() : value.l().stream().map(AttributeValue::s).map(LegalText::read).toList();
    }

    LedgerException wrong(String name, String expected) {
        return new LedgerException("an item of the ledger is damaged: its attribute '" + name
                + "' is not " + expected + "; nobody but the ledger must write to its table", null);
    }

    /** About what DynamoDB counts: the bytes of names and values. */
    long size() {
        return values.entrySet().stream().mapToLong(each -> utf8(each.getKey()) + size(each.getValue())).sum();
    }

    private static long size(AttributeValue value) {
        return switch (value.type()) {
            case S -> utf8(value.s());
            case B -> value.b().asByteArrayUnsafe().length;
            case L -> 3 + value.l().stream().mapToLong(each -> 1 + size(each)).sum();
            default -> 21;
        };
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
