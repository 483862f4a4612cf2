package dev.punctual.samples.parcel.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import com.fasterxml.jackson.databind.JsonNode;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.deployment.LocalDeployment;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import dev.punctual.samples.parcel.event.Sources;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.StreamRecord;

/** The application in a stage of its own: all its streams and queues have names other than those of its annotations. */
final class ParcelCloud implements AutoCloseable {

    static final String STAGE = "parcels-at-dusk";

    private static final Path ZIP = Path.of(System.getProperty("functions.zip", "../functions/target/function.zip"));
    private static final int MANY_RECORDS = 10_000;

    /** What must be closed, the last opened first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final LocalEndpoints endpoints;
    private final LocalDeployment deployment;

    /**
     * @param logFile gets what the functions print
     */
    ParcelCloud(Path logFile) throws IOException {
        PrintStream file = opened(new PrintStream(Files.newOutputStream(logFile), true, StandardCharsets.UTF_8));
        endpoints = opened(LocalEndpoints.start());
        FunctionPackage code = opened(FunctionPackage.open(ZIP));
        // A batch that has killed two processes is given up.
        String template = Files.readString(ZIP.resolveSibling("punctual/template.yaml"))
                .replace("MaximumRetryAttempts: 10", "MaximumRetryAttempts: 1");
        deployment = opened(LocalDeployment.of(template, code, endpoints)
                .parameter("ApplicationName", STAGE)
                .parameter("ParcelsStreamName", deployed(Sources.PARCELS))
                .parameter("HandScansStreamName", deployed(Sources.HAND_SCANS))
                .parameter("PaymentsStreamName", deployed(Sources.PAYMENTS))
                .parameter("AddressChecksQueueName", deployed(Sources.ADDRESS_CHECKS))
                .environment(Map.of("WORLD_MAY_KILL", "true")).log(line -> {
                    log.add(line);
                    file.println(line);
                }).start());
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    /** What a stream or queue is called in this stage. */
    static String deployed(String source) {
        return source + "-at-dusk";
    }

    void put(String stream, String key, String json) {
        endpoints.streams().putRecord(deployed(stream), PutEntry.of(key, json.getBytes(StandardCharsets.UTF_8)));
    }

    void send(String queue, String json) {
        endpoints.queues().sendMessage(deployed(queue), SendRequest.of(json));
    }

    /** All records of a stream, as text. */
    List<String> records(String stream) {
        return endpoints.streams().listShards(deployed(stream)).stream()
                .map(shard -> endpoints.streams().getShardIterator(deployed(stream), shard.id(),
                        new IteratorPosition.TrimHorizon()))
                .flatMap(from -> endpoints.streams().getRecords(from, MANY_RECORDS).records().stream())
                .map(StreamRecord::data).map(data -> new String(data, StandardCharsets.UTF_8)).toList();
    }

    /** The items of a table that the template makes. */
    List<Map<String, JsonNode>> items(String tableId) {
        return endpoints.tables().items(deployment.name(tableId));
    }

    LocalEndpoints endpoints() {
        return endpoints;
    }

    LocalDeployment deployment() {
        return deployment;
    }

    /** What the functions have printed so far. */
    List<String> log() {
        return List.copyOf(log);
    }

    @Override
    public void close() throws Exception {
        while (!open.isEmpty()) {
            open.pop().close();
        }
    }
}
