package dev.punctual.runtime.ledger;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

import dev.punctual.Transaction;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.spi.OutcomeLedger;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

class LocalDynamoDbLedgerTest extends TransactionContract {

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final DynamoDbClient client = Tables.client(endpoints.dynamoDbUri());

    @BeforeEach
    void createTables() {
        endpoints.tables().createTable(Tables.LEDGER, List.of("pk"));
        endpoints.tables().createTable(Tables.EFFECTS, List.of("pk"));
    }

    @AfterEach
    void close() {
        client.close();
        endpoints.close();
    }

    @Override
    OutcomeLedger ledger() {
        return Tables.ledger(client);
    }

    @Override
    Transaction effect(String name) {
        return DynamoDbTransaction.of(TransactWriteItem.builder().put(Put.builder().tableName(Tables.EFFECTS)
                .item(Map.of("pk", AttributeValue.fromS(name))).conditionExpression("attribute_not_exists(pk)").build())
                .build());
    }

    @Override
    List<String> effects() {
        return endpoints.tables().items(Tables.EFFECTS).stream().map(item -> item.get("pk").get("S").asText()).toList();
    }
}
