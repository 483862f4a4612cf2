package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.calls.RecordedCall;
import dev.punctual.local.deployment.LocalDeployment;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import dev.punctual.samples.food.order.OrderStream;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * What the application would have on AWS, on this machine, from the template that would deploy it there: a stream, the queues
 * beside it, the three functions of the one artefact as processes, and the event source mappings that feed them.
 */
final class LocalCloud implements AutoCloseable {

    static final String STREAM = OrderStream.NAME;

    /** What must be closed, the last opened first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final LocalEndpoints endpoints;
    private final Path recordings;
    private final LocalDeployment deployment;

    private LocalCloud(Path functions, Format format, @Nullable Path log, @Nullable Consumer<String> steps)
            throws IOException {
        Runtime.getRuntime().addShutdownHook(new Thread(this::closeAtExit));
        try {
            endpoints = opened(LocalEndpoints.start());
            recordings = Files.createTempDirectory("food-ordering-");
            opened(() -> deleteFolder(recordings));
            deployment = deploy(functions, environment(format, steps != null),
                    steps == null ? logLines(log) : logLines(log).andThen(steps));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    static LocalCloud start(Path functions, Format format, @Nullable Path log) throws IOException {
        return start(functions, format, log, null);
    }

    /**
     * @param steps takes every line that functions log, the steps of all events among them; or null
     */
    static LocalCloud start(Path functions, Format format, @Nullable Path log, @Nullable Consumer<String> steps)
            throws IOException {
        return new LocalCloud(functions, format, log, steps);
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private Consumer<String> logLines(@Nullable Path log) throws IOException {
        if (log == null) {
            return line -> {
            };
        }
        PrintStream file = opened(new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8));
        return file::println;
    }

    private Map<String, String> environment(Format format, boolean allSteps) {
        Map<String, String> environment = new HashMap<>(format.environment());
        environment.put("RECORDING_FOLDER", recordings.toString());
        environment.put("RESTAURANTS_REOPENING", reopening().toString());
        if (allSteps) {
            environment.put("QUARKUS_PUNCTUAL_LOG_STEPS", "all");
        }
        return environment;
    }

    private LocalDeployment deploy(Path zip, Map<String, String> environment, Consumer<String> log) throws IOException {
        FunctionPackage artefact = opened(FunctionPackage.open(zip));
        return opened(LocalDeployment.of(Files.readString(template(zip)), artefact, endpoints).environment(environment).log(log)
                .start());
    }

    /** What the build wrote beside the artefact. */
    private static Path template(Path zip) {
        return zip.resolveSibling("punctual").resolve("template.yaml");
    }

    /** A client of the stream; the caller closes it. */
    KinesisClient kinesis() {
        return client(KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), endpoints.kinesisUri());
    }

    /** A client of the queues; the caller closes it. */
    SqsClient sqs() {
        return client(SqsClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder()), endpoints.sqsUri());
    }

    private static <B extends AwsClientBuilder<B, C>, C> C client(B builder, URI endpoint) {
        return builder.endpointOverride(endpoint).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"))).build();
    }

    String deadLetterQueueUrl() {
        return deployment.queueUrl("OrdersDeadLetterQueue");
    }

    /** Who called what at the endpoints so far. */
    Set<RecordedCall> calls() {
        return endpoints.calls();
    }

    /** Where the functions record what happens to each event. */
    Path recordings() {
        return recordings;
    }

    /** A file that opens the closed restaurants, once it exists. */
    Path reopening() {
        return recordings.resolve("restaurants-are-open");
    }

    // An interrupted run, too, leaves no process and no file behind.
    private void closeAtExit() {
        try {
            close();
        } catch (IOException e) {
            System.err.println("Not everything could be cleaned up: " + e.getMessage());
        }
    }

    /** Stops feeding, ends the functions' processes, then the endpoints; does nothing the second time. */
    @Override
    public synchronized void close() throws IOException {
        IOException failure = null;
        while (!open.isEmpty()) {
            try {
                open.pop().close();
            } catch (Exception e) {
                failure = failure == null ? new IOException("not everything could be closed", e) : failure;
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
