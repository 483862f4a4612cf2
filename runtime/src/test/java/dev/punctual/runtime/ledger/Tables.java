package dev.punctual.runtime.ledger;

import java.net.URI;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;

import dev.punctual.engine.Pause;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;

/** Clients, tables and ledgers at an endpoint. */
final class Tables {

    static final String LEDGER = "punctual-ledger";
    static final String EFFECTS = "effects";

    /** As an application has them: threads that end by themselves. */
    private static final Executor THREADS = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "test-ledger");
        thread.setDaemon(true);
        return thread;
    });

    static {
        // Before the first connection of this process is kept.
        Connections.keep(DynamoDbLedger.CONCURRENCY);
    }

    private Tables() {
    }

    static DynamoDbClient client(URI endpoint) {
        return client(endpoint, Duration.ofSeconds(20), Duration.ofSeconds(8));
    }

    static DynamoDbClient client(URI endpoint, Duration call, Duration attempt) {
        return DynamoDbClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test")))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .overrideConfiguration(config -> config.apiCallTimeout(call).apiCallAttemptTimeout(attempt)).build();
    }

    static void create(DynamoDbClient client, String table) {
        client.createTable(request -> request.tableName(table).billingMode(BillingMode.PAY_PER_REQUEST)
                .attributeDefinitions(AttributeDefinition.builder().attributeName("pk").attributeType(ScalarAttributeType.S)
                        .build())
                .keySchema(KeySchemaElement.builder().attributeName("pk").keyType(KeyType.HASH).build()));
        client.waiter().waitUntilTableExists(request -> request.tableName(table));
    }

    static DynamoDbLedger ledger(DynamoDbClient client) {
        return new DynamoDbLedger(client, new DynamoDbLedger.Place(LEDGER, LedgerSamples.TTL), () -> LedgerSamples.NOW,
                THREADS, Pause.REAL, () -> ThreadLocalRandom.current().nextLong());
    }
}
