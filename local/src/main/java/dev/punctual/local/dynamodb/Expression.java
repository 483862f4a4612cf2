package dev.punctual.local.dynamodb;

import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

/** The shape of a request with a condition. */
interface Expression {

    @Nullable
    String conditionExpression();

    @Nullable
    Map<String, String> expressionAttributeNames();

    @Nullable
    Map<String, JsonNode> expressionAttributeValues();

    @Nullable
    String returnValuesOnConditionCheckFailure();

    default Map<String, String> names() {
        Map<String, String> names = expressionAttributeNames();
        return names == null ? Map.of() : names;
    }

    default Map<String, JsonNode> values() {
        Map<String, JsonNode> values = expressionAttributeValues();
        return values == null ? Map.of() : values;
    }

    /** Whether a refusal is to show the item as it is. */
    default boolean wantsOldItem() {
        return "ALL_OLD".equals(returnValuesOnConditionCheckFailure());
    }
}
