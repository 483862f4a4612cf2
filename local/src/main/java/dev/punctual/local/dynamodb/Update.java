package dev.punctual.local.dynamodb;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Update expressions: {@code SET} with sums and {@code if_not_exists}, {@code REMOVE}, and {@code ADD} of numbers. */
final class Update {

    private final ExpressionTokens tokens;
    private final Map<String, JsonNode> before;
    private final Map<String, JsonNode> after;

    private Update(ExpressionTokens tokens, Map<String, JsonNode> before) {
        this.tokens = tokens;
        this.before = before;
        this.after = new LinkedHashMap<>(before);
    }

    /** The item as it is after an update. */
    static Map<String, JsonNode> apply(String text, Expression with, Map<String, JsonNode> before) {
        return new Update(new ExpressionTokens(text, with.names(), with.values()), before).run();
    }

    private Map<String, JsonNode> run() {
        while (!tokens.atEnd()) {
            if (tokens.takeIf("SET")) {
                each(this::set);
            } else if (tokens.takeIf("REMOVE")) {
                each(() -> after.remove(tokens.attribute()));
            } else if (tokens.takeIf("ADD")) {
                each(this::add);
            } else {
                throw tokens.unexpected("SET, REMOVE or ADD");
            }
        }
        return after;
    }

    private void each(Runnable action) {
        do {
            action.run();
        } while (tokens.takeIf(","));
    }

    private void set() {
        String name = tokens.attribute();
        tokens.require("=");
        JsonNode value = present(operand());
        if (tokens.takeIf("+")) {
            value = number(AttributeValues.number(value).add(AttributeValues.number(present(operand()))));
        } else if (tokens.takeIf("-")) {
            value = number(AttributeValues.number(value).subtract(AttributeValues.number(present(operand()))));
        }
        after.put(name, value);
    }

    private void add() {
        String name = tokens.attribute();
        BigDecimal added = AttributeValues.number(tokens.value());
        JsonNode old = before.get(name);
        after.put(name, number(old == null ? added : AttributeValues.number(old).add(added)));
    }

    private @Nullable JsonNode operand() {
        if (tokens.isCall("if_not_exists")) {
            tokens.take();
            tokens.require("(");
            JsonNode present = before.get(tokens.attribute());
            tokens.require(",");
            JsonNode other = operand();
            tokens.require(")");
            return present == null ? other : present;
        }
        return tokens.isValue() ? tokens.value() : before.get(tokens.attribute());
    }

    private static JsonNode present(@Nullable JsonNode value) {
        if (value == null) {
            throw TableException.validation("The provided expression refers to an attribute that does not exist in the item");
        }
        return value;
    }

    private static JsonNode number(BigDecimal number) {
        return JsonNodeFactory.instance.objectNode().put("N", number.toPlainString());
    }
}
