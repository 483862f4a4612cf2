package dev.punctual.local.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;

/** Several writes, or none of them; a request that is made again with its token has no second effect. */
final class TransactOperation {

    private static final int MOST_ITEMS = 100;

    /** What becomes of one part: why it is refused, and what it does if none is. */
    private record Plan(ItemShapes.Reason reason, Consumer<TableService> effect) {
    }

    private final TableService tables;
    // Guarded by the lock of the tables.
    private final Map<String, List<ItemShapes.TransactItem>> made = new HashMap<>();

    TransactOperation(TableService tables) {
        this.tables = tables;
    }

    void addTo(Operations operations) {
        operations.run("TransactWriteItems", ItemShapes.Transact.class, this::transact);
    }

    private void transact(ItemShapes.Transact in) {
        tables.decide("TransactWriteItems", "", 0);
        List<ItemShapes.TransactItem> items = Constraints.required(in.transactItems(), "transactItems");
        Constraints.sized(items.size(), 1, MOST_ITEMS, "transactItems");
        tables.alone(all -> {
            if (!wasMade(in.clientRequestToken(), items)) {
                make(items);
                if (in.clientRequestToken() != null) {
                    made.put(in.clientRequestToken(), items);
                }
            }
            return all;
        });
    }

    private boolean wasMade(@Nullable String token, List<ItemShapes.TransactItem> items) {
        List<ItemShapes.TransactItem> before = token == null ? null : made.get(token);
        if (before != null && !before.equals(items)) {
            throw TableException.otherRequestOfToken();
        }
        return before != null;
    }

    private void make(List<ItemShapes.TransactItem> items) {
        Set<List<Object>> keys = new HashSet<>();
        List<Plan> plans = new ArrayList<>();
        for (ItemShapes.TransactItem item : items) {
            plans.add(plan(item, keys));
        }
        if (plans.stream().anyMatch(plan -> !plan.reason().code().equals("None"))) {
            throw TableException.cancelled(plans.stream().map(plan -> plan.reason().code()).collect(Collectors.joining(", ")),
                    plans.stream().map(Plan::reason).toList());
        }
        plans.forEach(plan -> plan.effect().accept(tables));
    }

    private Plan plan(ItemShapes.TransactItem item, Set<List<Object>> keys) {
        if (item.put() != null) {
            Map<String, JsonNode> put = Constraints.required(item.put().item(), "item");
            Table.checkSize(put);
            Table table = tables.table(Constraints.required(item.put().tableName(), "tableName"));
            return plan(item.put(), table, table.keyOf(put), keys, old -> table.put(put));
        }
        ItemShapes.OnKey change = firstOf(item);
        Table table = tables.table(Constraints.required(change.tableName(), "tableName"));
        Map<String, JsonNode> keyOf = Constraints.required(change.key(), "key");
        List<JsonNode> key = table.key(keyOf);
        return plan(change, table, key, keys, old -> {
            if (item.delete() != null) {
                table.delete(key);
            } else if (item.update() != null) {
                Map<String, JsonNode> base = new HashMap<>(keyOf);
                base.putAll(old);
                table.put(Update.apply(Constraints.required(change.updateExpression(), "updateExpression"), change, base));
            }
        });
    }

    private static ItemShapes.OnKey firstOf(ItemShapes.TransactItem item) {
        ItemShapes.OnKey change = item.update() != null ? item.update()
                : item.delete() != null ? item.delete() : item.conditionCheck();
        if (change == null) {
            throw TableException.validation("TransactItems can only contain one of Check, Put, Update or Delete");
        }
        return change;
    }

    private static Plan plan(Expression expression, Table table, List<JsonNode> key, Set<List<Object>> keys,
            Consumer<Map<String, JsonNode>> effect) {
        if (!keys.add(List.of(table.name, key))) {
            throw TableException.validation("Transaction request cannot include multiple operations on one item");
        }
        Map<String, JsonNode> old = table.attributes(key);
        boolean holds = Condition.parse(expression).test(old);
        ItemShapes.Reason reason = holds ? new ItemShapes.Reason("None", null, null)
                : new ItemShapes.Reason("ConditionalCheckFailed", "The conditional request failed",
                        expression.wantsOldItem() && !old.isEmpty() ? old : null);
        return new Plan(reason, all -> effect.accept(old));
    }
}
