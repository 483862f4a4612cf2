package dev.punctual.local.quarkus;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.deployment.LocalDeployment;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.mapping.event.KinesisEventRecord;
import dev.punctual.testkit.mapping.event.LambdaEvent;
import dev.punctual.testkit.stream.StreamRecord;

/**
 * The application that a {@code @QuarkusIntegrationTest} tests: {@code function.zip} on this machine, deployed by the template
 * that the build wrote beside it. Thread-safe.
 *
 * <p>
 * Its functions run in the profile {@code prod} unless {@code quarkus.test.integration-test-profile} names another. As on
 * Lambda they get environment variables and no system properties: {@code quarkus.test.env.<NAME>} sets one, what
 * {@code quarkus.test.arg-line} holds becomes {@code JAVA_TOOL_OPTIONS}, and what test profiles and test resources override
 * does not reach them.
 */
public final class BuiltApplication implements AutoCloseable {

    private static final String TEMPLATE = "punctual/template.yaml";
    private static final String SHARD = "shardId-000000000000";
    private static volatile Optional<BuiltApplication> current = Optional.empty();

    /** What must be closed, the last opened first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final Queue<String> log = new ConcurrentLinkedQueue<>();
    private final LocalEndpoints endpoints;
    private final LocalDeployment deployment;

    private BuiltApplication(Path zip, Map<String, String> environment) throws IOException {
        String template = Files.readString(zip.resolveSibling(TEMPLATE));
        FunctionPackage code = opened(FunctionPackage.open(zip));
        endpoints = opened(LocalEndpoints.start());
        deployment = opened(LocalDeployment.of(template, code, endpoints).environment(environment).log(log::add).start());
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    /**
     * Deploys what was built.
     *
     * @param zip beside which {@code punctual/template.yaml} is
     * @throws IOException if one of them cannot be read
     */
    static BuiltApplication start(Path zip, Map<String, String> environment) throws IOException {
        BuiltApplication application = new BuiltApplication(zip, environment);
        current = Optional.of(application);
        return application;
    }

    /**
     * The application of the running test.
     *
     * @throws IllegalStateException if none was started
     */
    public static BuiltApplication current() {
        return current.orElseThrow(() -> new IllegalStateException(
                "No application was started: annotate the test with @QuarkusIntegrationTest, and have Failsafe run it."));
    }

    /** Its functions, and the names of what the template declares. */
    public LocalDeployment deployment() {
        return deployment;
    }

    /** Its streams, queues, tables and buckets, and the faults that can be ordered of them. */
    public LocalEndpoints endpoints() {
        return endpoints;
    }

    /**
     * Invokes a function with one batch, as the mapping of a stream would.
     *
     * @param functionId and {@code streamId}: the template's ids
     * @param records with sequence numbers of their own; they need not be in the stream
     * @return the answer, a partial batch response
     * @throws IllegalStateException if the invocation failed, with what the functions have printed
     */
    public String invoke(String functionId, String streamId, List<StreamRecord> records) {
        List<byte[]> batch = records.stream().map(record -> new KinesisEventRecord(record, SHARD, deployment.arn(streamId),
                AwsLocation.DEFAULT.region(), deployment.arn(functionId)).toJson()).toList();
        InvocationResult result = deployment.function(functionId).invoke(LambdaEvent.of(batch)).toCompletableFuture().join();
        if (result instanceof InvocationResult.Success success) {
            return new String(success.payload(), StandardCharsets.UTF_8);
        }
        throw new IllegalStateException(functionId + ": " + result + "\n" + String.join("\n", log));
    }

    /** The lines that its functions have printed so far. */
    public List<String> log() {
        return List.copyOf(log);
    }

    /** Ends the functions' processes, then the endpoints. */
    @Override
    public void close() throws IOException {
        current = Optional.empty();
        IOException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IOException("not everything could be stopped", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }
}
