package dev.punctual.local.dynamodb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.databind.JsonNode;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.faults.FaultDecision;

/** The operations on single items, and the read of many. */
final class ItemOperations {

    private static final int MOST_KEYS = 100;

    private final TableService tables;

    ItemOperations(TableService tables) {
        this.tables = tables;
    }

    void addTo(Operations operations) {
        operations.run("PutItem", ItemShapes.Put.class, this::put)
                .answer("GetItem", ItemShapes.Get.class, this::get)
                .answer("BatchGetItem", ItemShapes.BatchGet.class, this::batchGet);
    }

    private void put(ItemShapes.Put in) {
        tables.decide("PutItem", in.resource(), 0);
        if (in.returnValues() != null && !in.returnValues().equals("NONE")) {
            throw TableException.validation("This endpoint returns no values of PutItem, was asked for " + in.returnValues());
        }
        Map<String, JsonNode> item = Constraints.required(in.item(), "item");
        Condition.Test condition = Condition.parse(in);
        Table.checkSize(item);
        tables.with(Constraints.required(in.tableName(), "tableName"), table -> {
            Map<String, JsonNode> old = table.attributes(table.keyOf(item));
            if (!condition.test(old)) {
                throw TableException.conditionFailed(in.wantsOldItem() && !old.isEmpty() ? Map.of("Item", old) : Map.of());
            }
            table.put(item);
            return item;
        });
    }

    private ItemShapes.Got get(ItemShapes.Get in) {
        tables.decide("GetItem", in.resource(), 0);
        refuseProjection(in.projectionExpression());
        Map<String, JsonNode> key = Constraints.required(in.key(), "key");
        return tables.with(Constraints.required(in.tableName(), "tableName"),
                table -> new ItemShapes.Got(table.find(table.key(key))));
    }

    private ItemShapes.BatchGot batchGet(ItemShapes.BatchGet in) {
        Constraints.sized(in.entryCount(), 1, MOST_KEYS, "requestItems");
        Map<String, ItemShapes.Keys> requests = Constraints.required(in.requestItems(), "requestItems");
        if (requests.size() != 1) {
            throw TableException.validation("This endpoint reads from one table at a time, was asked for " + requests.keySet());
        }
        FaultDecision decision = tables.decide("BatchGetItem", in.resource(), in.entryCount());
        ItemShapes.Keys keys = requests.values().iterator().next();
        refuseProjection(keys.projectionExpression());
        return tables.with(in.resource(),
                table -> read(table, Constraints.required(keys.keys(), "keys"), keys.consistentRead(), decision));
    }

    private static ItemShapes.BatchGot read(Table table, List<Map<String, JsonNode>> keys, @Nullable Boolean consistent,
            FaultDecision decision) {
        if (new HashSet<>(keys).size() < keys.size()) {
            throw TableException.validation("Provided list of item keys contains duplicates");
        }
        List<Map<String, JsonNode>> found = new ArrayList<>();
        List<Map<String, JsonNode>> unprocessed = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Map<String, JsonNode> item = table.find(table.key(keys.get(i)));
            if (decision.entry(i).isPresent()) {
                unprocessed.add(keys.get(i));
            } else if (item != null) {
                found.add(item);
            }
        }
        Map<String, ItemShapes.Keys> left = new HashMap<>();
        if (!unprocessed.isEmpty()) {
            left.put(table.name, new ItemShapes.Keys(unprocessed, consistent, null));
        }
        return new ItemShapes.BatchGot(Map.of(table.name, found), left);
    }

    private static void refuseProjection(@Nullable String projection) {
        if (projection != null) {
            throw TableException.validation("This endpoint reads whole items, was asked for '" + projection + "'");
        }
    }
}
