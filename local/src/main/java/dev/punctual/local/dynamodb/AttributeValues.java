package dev.punctual.local.dynamodb;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

/** Values of attributes as they stand on the wire, such as <code>{"S": "text"}</code>. */
final class AttributeValues {

    private AttributeValues() {
    }

    /** The type's letters and the value. */
    static Map.Entry<String, JsonNode> typed(JsonNode value) {
        Iterator<Map.Entry<String, JsonNode>> fields = value.fields();
        if (!value.isObject() || value.size() != 1) {
            throw TableException.validation("Supplied AttributeValue must contain exactly one of the supported datatypes");
        }
        return fields.next();
    }

    static boolean isEqual(JsonNode one, JsonNode other) {
        Optional<Integer> order = compare(one, other);
        return order.isPresent() ? order.get() == 0 : one.equals(other);
    }

    /** The order of two numbers or two texts; empty for other types. */
    static Optional<Integer> compare(JsonNode one, JsonNode other) {
        Map.Entry<String, JsonNode> left = typed(one);
        Map.Entry<String, JsonNode> right = typed(other);
        if (!left.getKey().equals(right.getKey())) {
            return Optional.empty();
        }
        return switch (left.getKey()) {
            case "N" -> Optional.of(number(one).compareTo(number(other)));
            case "S" -> Optional.of(left.getValue().textValue().compareTo(right.getValue().textValue()));
            default -> Optional.empty();
        };
    }

    static BigDecimal number(JsonNode value) {
        Map.Entry<String, JsonNode> typed = typed(value);
        try {
            if (typed.getKey().equals("N")) {
                return new BigDecimal(typed.getValue().textValue());
            }
        } catch (NumberFormatException e) {
            throw TableException.validation("The parameter cannot be converted to a numeric value");
        }
        throw TableException.validation("An operand in the expression has an incorrect data type: a number is expected");
    }

    /** About what DynamoDB counts for an item: the bytes of names and values. */
    static long size(Map<String, JsonNode> item) {
        return item.entrySet().stream().mapToLong(each -> utf8(each.getKey()) + size(each.getValue())).sum();
    }

    private static long size(JsonNode value) {
        Map.Entry<String, JsonNode> typed = typed(value);
        JsonNode content = typed.getValue();
        return switch (typed.getKey()) {
            case "S" -> utf8(content.textValue());
            case "N" -> content.textValue().length() / 2 + 2L;
            case "B" -> content.textValue().length() / 4 * 3L;
            case "BOOL", "NULL" -> 1;
            case "M" -> {
                long sum = 3;
                for (Map.Entry<String, JsonNode> each : content.properties()) {
                    sum += 1 + utf8(each.getKey()) + size(each.getValue());
                }
                yield sum;
            }
            case "L" -> {
                long sum = 3;
                for (JsonNode each : content) {
                    sum += 1 + size(each);
                }
                yield sum;
            }
            case "SS", "NS", "BS" -> {
                long sum = 3;
                for (JsonNode each : content) {
                    sum += 1 + utf8(each.textValue());
                }
                yield sum;
            }
            default -> throw TableException.validation("Supplied AttributeValue has an unknown datatype: " + typed.getKey());
        };
    }

    private static long utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
