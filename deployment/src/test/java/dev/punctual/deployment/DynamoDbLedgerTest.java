package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.runtime.EventFunction;
import dev.punctual.runtime.ledger.DynamoDbTransaction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Put;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;

/** The whole function with its ledger in DynamoDB, at the local endpoint. */
class DynamoDbLedgerTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Orders.class, TestContext.class)
            .overrideConfigKey("quarkus.punctual.ledger.kind", "dynamodb")
            .overrideConfigKey("quarkus.dynamodb.aws.region", "us-east-1")
            .overrideConfigKey("quarkus.dynamodb.aws.credentials.type", "static")
            .overrideConfigKey("quarkus.dynamodb.aws.credentials.static-provider.access-key-id", "test")
            .overrideConfigKey("quarkus.dynamodb.aws.credentials.static-provider.secret-access-key", "test")
            .overrideRuntimeConfigKey("quarkus.punctual.ledger.table", "outcomes")
            .setBeforeAllCustomizer(() -> LocalDynamoDb.start("outcomes", "payments"))
            .setAfterAllCustomizer(() -> LocalDynamoDb.stop());

    @ApplicationScoped
    static class Orders {
        static final AtomicInteger HANDLED = new AtomicInteger();

        @OnEvent(stream = "orders", type = "placed")
        @Idempotent
        @RetryWithin("9s")
        void placed(byte[] order) {
            HANDLED.incrementAndGet();
        }

        @OnEvent(stream = "orders", type = "paid")
        @Idempotent
        @RetryWithin("9s")
        void paid(byte[] payment, EventContext context) {
            context.transact(DynamoDbTransaction.of(TransactWriteItem.builder().put(Put.builder().tableName("payments")
                    .item(Map.of("pk", AttributeValue.fromS(context.id()))).conditionExpression("attribute_not_exists(pk)")
                    .build()).build()));
        }
    }

    @Inject
    EventFunction function;

    @Inject
    DynamoDbClient client;

    @Test
    void handlesADuplicateDeliveryOnceAndMakesEffectsAndOutcomeTogether() throws IOException {
        // when: each batch is delivered twice
        assertThat(invoke("placed", 1)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(invoke("placed", 1)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(invoke("paid", 2)).isEqualTo("{\"batchItemFailures\":[]}");
        assertThat(invoke("paid", 2)).isEqualTo("{\"batchItemFailures\":[]}");

        // then
        assertThat(Orders.HANDLED).hasValue(1);
        assertThat(read("payments", "orders/shardId-000000000000:2")).isNotEmpty();
        assertThat(read("outcomes", "orders/shardId-000000000000:1#Orders.placed")).containsEntry("state",
                AttributeValue.fromS("HANDLED"));
        assertThat(read("outcomes", "orders/shardId-000000000000:2#Orders.paid")).containsEntry("state",
                AttributeValue.fromS("HANDLED"));
    }

    private Map<String, AttributeValue> read(String table, String key) {
        return client.getItem(request -> request.tableName(table).key(Map.of("pk", AttributeValue.fromS(key)))).item();
    }

    private String invoke(String type, int number) throws IOException {
        String event = "{\"type\":\"" + type + "\"}";
        String record = "{\"eventSource\":\"aws:kinesis\",\"eventID\":\"shardId-000000000000:1\",\"eventSourceARN\":"
                + "\"arn:aws:kinesis:us-east-1:000000000000:stream/orders\",\"kinesis\":{\"partitionKey\":\"1\","
                + "\"sequenceNumber\":\"" + number + "\",\"approximateArrivalTimestamp\":" + Instant.now().getEpochSecond()
                + ",\"data\":\"" + Base64.getEncoder().encodeToString(event.getBytes(StandardCharsets.UTF_8)) + "\"}}";
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(("{\"Records\":[" + record + "]}").getBytes(StandardCharsets.UTF_8)), answer,
                new TestContext("orders-stream"));
        return answer.toString(StandardCharsets.UTF_8);
    }
}
