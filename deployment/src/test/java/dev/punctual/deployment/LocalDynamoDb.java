package dev.punctual.deployment;

import java.util.List;

import dev.punctual.local.LocalEndpoints;

/**
 * Tables on this machine for an application under test. It runs in another class loader than the one that starts them, and
 * is told of them by a system property.
 */
final class LocalDynamoDb {

    private static final String PROPERTY = "quarkus.dynamodb.endpoint-override";

    private static LocalEndpoints endpoints;

    private LocalDynamoDb() {
    }

    static void start(String... tables) {
        endpoints = LocalEndpoints.start();
        for (String table : tables) {
            endpoints.tables().createTable(table, List.of("pk"));
        }
        System.setProperty(PROPERTY, endpoints.dynamoDbUri().toString());
    }

    static void stop() {
        System.clearProperty(PROPERTY);
        endpoints.close();
    }
}
