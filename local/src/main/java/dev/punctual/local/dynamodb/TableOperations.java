package dev.punctual.local.dynamodb;

import java.util.ArrayList;
import java.util.List;

import dev.punctual.local.wire.Constraints;
import dev.punctual.local.wire.Operations;

/** The operations on tables. */
final class TableOperations {

    private static final List<String> KEY_TYPES = List.of("HASH", "RANGE");

    private final TableService tables;

    TableOperations(TableService tables) {
        this.tables = tables;
    }

    void addTo(Operations operations) {
        operations.answer("CreateTable", TableShapes.Named.class, this::create)
                .answer("DescribeTable", TableShapes.Named.class,
                        in -> new TableShapes.Described(description(Constraints.required(in.tableName(), "tableName"))))
                .answer("UpdateTimeToLive", TableShapes.TimeToLiveOf.class, this::timeToLive);
    }

    private TableShapes.Created create(TableShapes.Named in) {
        String name = Constraints.required(in.tableName(), "tableName");
        List<TableShapes.KeyElement> schema = Constraints.required(in.keySchema(), "keySchema");
        Constraints.sized(schema.size(), 1, KEY_TYPES.size(), "keySchema");
        List<String> keyNames = new ArrayList<>();
        for (int i = 0; i < schema.size(); i++) {
            if (!KEY_TYPES.get(i).equals(schema.get(i).keyType())) {
                throw TableException.validation("Invalid KeySchema: element " + i + " must be of type " + KEY_TYPES.get(i));
            }
            keyNames.add(Constraints.required(schema.get(i).attributeName(), "attributeName"));
        }
        tables.createTable(name, keyNames);
        return new TableShapes.Created(description(name));
    }

    private TableShapes.Description description(String name) {
        return tables.with(name, table -> {
            List<TableShapes.KeyElement> schema = new ArrayList<>();
            for (String key : table.keyNames) {
                schema.add(new TableShapes.KeyElement(key, KEY_TYPES.get(schema.size())));
            }
            return new TableShapes.Description(name, "ACTIVE", schema, table.all().size());
        });
    }

    private TableShapes.TimeToLiveOf timeToLive(TableShapes.TimeToLiveOf in) {
        TableShapes.TimeToLive wanted = Constraints.required(in.timeToLiveSpecification(), "timeToLiveSpecification");
        return tables.with(Constraints.required(in.tableName(), "tableName"), table -> {
            table.timeToLive = Boolean.TRUE.equals(wanted.enabled()) ? wanted.attributeName() : null;
            return new TableShapes.TimeToLiveOf(null, wanted);
        });
    }
}
