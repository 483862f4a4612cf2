package dev.punctual.local.dynamodb;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import com.fasterxml.jackson.databind.JsonNode;

import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultDecision;
import dev.punctual.testkit.faults.FaultPlan;

/**
 * Tables in memory. Thread-safe: each request sees the tables as they are between two others. Nothing expires.
 */
public final class TableService {

    // Guarded by this.
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final FaultPlan faults;

    /** @param faults asked once for each request */
    public TableService(FaultPlan faults) {
        this.faults = faults;
    }

    /**
     * Creates a table.
     *
     * @param keyNames the partition key, and the sort key if it has one
     */
    public synchronized void createTable(String name, List<String> keyNames) {
        if (tables.putIfAbsent(name, new Table(name, keyNames)) != null) {
            throw TableException.inUse(name);
        }
    }

    /** A table's items as they stand on the wire, in the order in which they were first written. */
    public synchronized List<Map<String, JsonNode>> items(String name) {
        return table(name).all();
    }

    /** Does something with a table, alone. */
    synchronized <T> T with(String name, Function<Table, T> action) {
        return action.apply(table(name));
    }

    /** Does something, alone. */
    synchronized <T> T alone(Function<TableService, T> action) {
        return action.apply(this);
    }

    /** Only while alone. */
    Table table(String name) {
        Table table = tables.get(name);
        if (table == null) {
            throw TableException.noTable(name);
        }
        return table;
    }

    /** Throws what was ordered for a request. */
    FaultDecision decide(String operation, String table, int entries) {
        FaultDecision decision = faults.decide(new Call("dynamodb:" + operation, table, entries));
        decision.refuse(TableException::throttled);
        return decision;
    }
}
