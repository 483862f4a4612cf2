package dev.punctual.local.dynamodb;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;

import dev.punctual.local.wire.Addressed;

/** The requests and responses of the operations on items. */
final class ItemShapes {

    private ItemShapes() {
    }

    /** The request of PutItem, and a part of TransactWriteItems. */
    record Put(@Nullable String tableName, @Nullable Map<String, JsonNode> item, @Nullable String conditionExpression,
            @Nullable Map<String, String> expressionAttributeNames,
            @Nullable Map<String, JsonNode> expressionAttributeValues,
            @Nullable String returnValuesOnConditionCheckFailure, @Nullable String returnValues)
            implements
                Expression,
                Addressed {

        @Override
        public String resource() {
            return tableName == null ? "" : tableName;
        }
    }

    /** Update, Delete and ConditionCheck in TransactWriteItems. */
    record OnKey(@Nullable String tableName, @Nullable Map<String, JsonNode> key, @Nullable String updateExpression,
            @Nullable String conditionExpression, @Nullable Map<String, String> expressionAttributeNames,
            @Nullable Map<String, JsonNode> expressionAttributeValues,
            @Nullable String returnValuesOnConditionCheckFailure) implements Expression {
    }

    record Get(@Nullable String tableName, @Nullable Map<String, JsonNode> key, @Nullable Boolean consistentRead,
            @Nullable String projectionExpression) implements Addressed {

        @Override
        public String resource() {
            return tableName == null ? "" : tableName;
        }
    }

    record Got(@Nullable Map<String, JsonNode> item) {
    }

    record Keys(@Nullable List<Map<String, JsonNode>> keys, @Nullable Boolean consistentRead,
            @Nullable String projectionExpression) {
    }

    record BatchGet(@Nullable Map<String, Keys> requestItems) implements Addressed {

        @Override
        public String resource() {
            return requestItems == null || requestItems.isEmpty() ? "" : requestItems.keySet().iterator().next();
        }

        @Override
        public int entryCount() {
            return requestItems == null ? 0
                    : requestItems.values().stream().mapToInt(keys -> keys.keys() == null ? 0 : keys.keys().size()).sum();
        }
    }

    record BatchGot(Map<String, List<Map<String, JsonNode>>> responses, Map<String, Keys> unprocessedKeys) {
    }

    record TransactItem(@Nullable Put put, @Nullable OnKey update, @Nullable OnKey delete, @Nullable OnKey conditionCheck) {
    }

    record Transact(@Nullable List<TransactItem> transactItems, @Nullable String clientRequestToken) implements Addressed {

        @Override
        public String resource() {
            return "";
        }
    }

    /** Why one part of a transaction was refused; the code {@code None} where it was not. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Reason(String code, @Nullable String message, @Nullable Map<String, JsonNode> item) {
    }
}
