package dev.punctual.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.punctual.local.LocalEndpoints;

/**
 * Queues and streams on this machine for an application under test. It runs in another class loader than the one that starts
 * them, and is
 * told of them by system properties.
 */
public final class LocalSqs {

    private static final Map<String, String> PROPERTIES = Map.of("quarkus.sqs.aws.region", "us-east-1",
            "quarkus.sqs.aws.credentials.type", "static", "quarkus.sqs.aws.credentials.static-provider.access-key-id", "test",
            "quarkus.sqs.aws.credentials.static-provider.secret-access-key", "test");
    private static final String ENDPOINT = "quarkus.sqs.endpoint-override";
    private static final String STREAMS = "quarkus.punctual.publisher.endpoint-override";

    private static LocalEndpoints endpoints;

    private LocalSqs() {
    }

    public static void start(String... queues) {
        endpoints = LocalEndpoints.start();
        List.of(queues).forEach(queue -> endpoints.queues().createQueue(queue, Map.of()));
        PROPERTIES.forEach(System::setProperty);
        System.setProperty(ENDPOINT, endpoints.sqsUri().toString());
        System.setProperty(STREAMS, endpoints.kinesisUri().toString());
    }

    public static void stop() {
        new ArrayList<>(PROPERTIES.keySet()).forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
        System.clearProperty(STREAMS);
        endpoints.close();
    }
}
