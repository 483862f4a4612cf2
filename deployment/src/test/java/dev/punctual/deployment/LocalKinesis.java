package dev.punctual.deployment;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;

/**
 * Streams on this machine for an application under test. It runs in another class loader than the one that starts them, and
 * is told of them by system properties.
 */
final class LocalKinesis {

    private static final Map<String, String> PROPERTIES = Map.of("aws.accessKeyId", "test", "aws.secretAccessKey", "test",
            "quarkus.punctual.publisher.region", "us-east-1");
    private static final String ENDPOINT = "quarkus.punctual.publisher.endpoint-override";

    private static LocalEndpoints endpoints;

    private LocalKinesis() {
    }

    /** The first calls fail in part, or as a whole. */
    static void start(String... streams) {
        endpoints = LocalEndpoints.start();
        List.of(streams).forEach(stream -> endpoints.streams().createStream(stream, 2));
        endpoints.faults().order(FaultRule.at("kinesis:PutRecords", Trigger.call(1), Fault.throttle()));
        endpoints.faults().order(FaultRule.at("kinesis:PutRecords", Trigger.call(2), Fault.failEntries(0)));
        PROPERTIES.forEach(System::setProperty);
        System.setProperty(ENDPOINT, endpoints.kinesisUri().toString());
    }

    static void stop() {
        new ArrayList<>(PROPERTIES.keySet()).forEach(System::clearProperty);
        System.clearProperty(ENDPOINT);
        endpoints.close();
    }
}
