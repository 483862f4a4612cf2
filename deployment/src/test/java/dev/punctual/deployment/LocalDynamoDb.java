package dev.punctual.deployment;

import java.util.List;

import dev.punctual.local.LocalEndpoints;

/** Tables on this machine for applications under test, which run in class loaders of their own. */
final class LocalDynamoDb implements AutoCloseable {

    private final LocalEndpoints endpoints = LocalEndpoints.start();

    LocalDynamoDb() {
        endpoints.tables().createTable("outcomes", List.of("pk"));
        endpoints.tables().createTable("payments", List.of("pk"));
    }

    String uri() {
        return endpoints.dynamoDbUri().toString();
    }

    @Override
    public void close() {
        endpoints.close();
    }
}
