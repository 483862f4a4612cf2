package dev.punctual.local.dynamodb;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * Condition expressions: comparisons, {@code attribute_exists}, {@code attribute_not_exists}, {@code begins_with}, and
 * {@code AND}, {@code OR}, {@code NOT} and brackets around them.
 */
final class Condition {

    /** What can be asked of an item; one that does not exist has no attributes. */
    interface Test extends Predicate<Map<String, JsonNode>> {
    }

    private final ExpressionTokens tokens;

    private Condition(ExpressionTokens tokens) {
        this.tokens = tokens;
    }

    /** Reads an expression; an absent one is always true. */
    static Test parse(Expression expression) {
        String text = expression.conditionExpression();
        if (text == null) {
            return item -> true;
        }
        ExpressionTokens tokens = new ExpressionTokens(text, expression.names(), expression.values());
        Test test = new Condition(tokens).either();
        if (!tokens.atEnd()) {
            throw tokens.unexpected("the end");
        }
        return test;
    }

    private Test either() {
        Test left = both();
        while (tokens.takeIf("OR")) {
            Test one = left;
            Test other = both();
            left = item -> one.test(item) || other.test(item);
        }
        return left;
    }

    private Test both() {
        Test left = single();
        while (tokens.takeIf("AND")) {
            Test one = left;
            Test other = single();
            left = item -> one.test(item) && other.test(item);
        }
        return left;
    }

    private Test single() {
        if (tokens.takeIf("NOT")) {
            Test negated = single();
            return item -> !negated.test(item);
        }
        if (tokens.takeIf("(")) {
            Test inner = either();
            tokens.require(")");
            return inner;
        }
        if (tokens.isCall("attribute_exists")) {
            String name = argument();
            return item -> item.containsKey(name);
        }
        if (tokens.isCall("attribute_not_exists")) {
            String name = argument();
            return item -> !item.containsKey(name);
        }
        return tokens.isCall("begins_with") ? prefix() : comparison();
    }

    private String argument() {
        tokens.take();
        tokens.require("(");
        String name = tokens.attribute();
        tokens.require(")");
        return name;
    }

    private Test prefix() {
        tokens.take();
        tokens.require("(");
        String name = tokens.attribute();
        tokens.require(",");
        JsonNode start = tokens.value();
        tokens.require(")");
        return item -> item.containsKey(name)
                && item.get(name).path("S").asText("").startsWith(start.path("S").asText("\uFFFF"));
    }

    private Test comparison() {
        Function<Map<String, JsonNode>, @Nullable JsonNode> left = operand();
        String operator = tokens.take();
        Function<Map<String, JsonNode>, @Nullable JsonNode> right = operand();
        return switch (operator) {
            case "=" -> item -> areEqual(left.apply(item), right.apply(item));
            case "<>" -> item -> !areEqual(left.apply(item), right.apply(item));
            case "<" -> ordered(left, right, order -> order < 0);
            case "<=" -> ordered(left, right, order -> order <= 0);
            case ">" -> ordered(left, right, order -> order > 0);
            case ">=" -> ordered(left, right, order -> order >= 0);
            default -> throw TableException.validation("This endpoint does not know '" + operator + "' in a condition");
        };
    }

    private static Test ordered(Function<Map<String, JsonNode>, @Nullable JsonNode> left,
            Function<Map<String, JsonNode>, @Nullable JsonNode> right, Predicate<Integer> holds) {
        return item -> {
            JsonNode one = left.apply(item);
            JsonNode other = right.apply(item);
            Optional<Integer> order = one == null || other == null ? Optional.empty() : AttributeValues.compare(one, other);
            return order.filter(holds).isPresent();
        };
    }

    private static boolean areEqual(@Nullable JsonNode one, @Nullable JsonNode other) {
        return one != null && other != null && AttributeValues.isEqual(one, other);
    }

    private Function<Map<String, JsonNode>, @Nullable JsonNode> operand() {
        if (tokens.isValue()) {
            JsonNode value = tokens.value();
            return item -> value;
        }
        String name = tokens.attribute();
        return item -> item.get(name);
    }
}
