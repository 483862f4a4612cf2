package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.lambda.HostedFunction;
import dev.punctual.local.lambda.LambdaHost;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import dev.punctual.local.lambda.packaging.JavaRuntime;
import dev.punctual.samples.food.order.OrderStream;
import dev.punctual.testkit.mapping.QueueMapping;
import dev.punctual.testkit.mapping.QueueMappingSettings;
import dev.punctual.testkit.mapping.StreamMapping;
import dev.punctual.testkit.mapping.StreamMappingSettings;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/**
 * What the application would have on AWS, on this machine: a stream, the queues beside it, the three functions of the one
 * artefact as processes, and the event source mappings that feed them.
 */
final class LocalCloud implements AutoCloseable {

    static final String STREAM = OrderStream.NAME;

    private static final String RETRY = STREAM + "-retry";
    private static final String ON_FAILURE = STREAM + "-on-failure";
    private static final String DEAD_LETTER = STREAM + "-dead-letter";
    private static final int SHARDS = 2;
    private static final int MEMORY_MB = 512;
    private static final Duration TIMEOUT = Duration.ofSeconds(15);
    private static final String HANDLER = "io.quarkus.amazon.lambda.runtime.QuarkusStreamHandler::handleRequest";

    /** What must be closed, the last opened first. */
    private final Deque<AutoCloseable> open = new ArrayDeque<>();
    private final LocalEndpoints endpoints;
    private final Path recordings;

    private LocalCloud() throws IOException {
        endpoints = opened(LocalEndpoints.start());
        recordings = Files.createTempDirectory("food-ordering-");
        opened(() -> deleteFolder(recordings));
    }

    static LocalCloud start(Path functions, Format format, @Nullable Path log) throws IOException {
        LocalCloud cloud = new LocalCloud();
        Runtime.getRuntime().addShutdownHook(new Thread(cloud::closeAtExit));
        try {
            cloud.createStreamAndQueues();
            cloud.startFunctions(functions, format, cloud.logLines(log));
            return cloud;
        } catch (IOException | RuntimeException e) {
            cloud.close();
            throw e;
        }
    }

    private <T extends AutoCloseable> T opened(T resource) {
        open.push(resource);
        return resource;
    }

    private void createStreamAndQueues() {
        endpoints.streams().createStream(STREAM, SHARDS);
        try (SqsClient sqs = sqs()) {
            String deadLetterArn = create(sqs, DEAD_LETTER, Map.of(QueueAttributeName.MESSAGE_RETENTION_PERIOD, "1209600"));
            String visibility = String.valueOf(TIMEOUT.multipliedBy(6).toSeconds());
            String onFailureArn = create(sqs, ON_FAILURE, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, visibility,
                    QueueAttributeName.REDRIVE_POLICY, redrive(deadLetterArn)));
            create(sqs, RETRY, Map.of(QueueAttributeName.VISIBILITY_TIMEOUT, visibility, QueueAttributeName.REDRIVE_POLICY,
                    redrive(onFailureArn)));
        }
    }

    private static String create(SqsClient sqs, String name, Map<QueueAttributeName, String> attributes) {
        String url = sqs.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
        return Objects.requireNonNull(sqs
                .getQueueAttributes(request -> request.queueUrl(url).attributeNames(QueueAttributeName.QUEUE_ARN)).attributes()
                .get(QueueAttributeName.QUEUE_ARN), "every queue has an ARN");
    }

    private static String redrive(String targetArn) {
        return "{\"deadLetterTargetArn\":\"" + targetArn + "\",\"maxReceiveCount\":\"5\"}";
    }

    private Consumer<String> logLines(@Nullable Path log) throws IOException {
        if (log == null) {
            return line -> {
            };
        }
        PrintStream file = opened(new PrintStream(Files.newOutputStream(log), true, StandardCharsets.UTF_8));
        return file::println;
    }

    private void startFunctions(Path zip, Format format, Consumer<String> log) throws IOException {
        FunctionPackage artefact = opened(FunctionPackage.open(zip));
        LambdaHost host = opened(LambdaHost.start(endpoints.scheduler()));
        HostedFunction stream = function(host, artefact, "stream", format, log);
        HostedFunction retry = function(host, artefact, "retry", format, log);
        HostedFunction deadLetter = function(host, artefact, "dead-letter", format, log);
        feedFromStream(stream);
        feedFromQueue(RETRY, retry);
        feedFromQueue(ON_FAILURE, deadLetter);
    }

    private void feedFromStream(HostedFunction function) {
        StreamMapping mapping = new StreamMapping(
                StreamMappingSettings.of(STREAM, function.spec().name()).reportBatchItemFailures()
                        .bisectBatchOnFunctionError().maximumRetryAttempts(10).onFailureQueue(ON_FAILURE).build(),
                endpoints.streams(), endpoints.queues(), function, endpoints.scheduler(), new Random());
        mapping.start();
        opened(mapping::stop);
    }

    private void feedFromQueue(String queue, HostedFunction function) {
        QueueMapping mapping = new QueueMapping(QueueMappingSettings.of(queue).reportBatchItemFailures()
                .maximumConcurrency(2).functionTimeout(TIMEOUT).build(), endpoints.queues(), function, endpoints.scheduler());
        mapping.start();
        opened(mapping::stop);
    }

    private HostedFunction function(LambdaHost host, FunctionPackage artefact, String role, Format format,
            Consumer<String> log) {
        Map<String, String> environment = new HashMap<>(format.environment());
        environment.putAll(Map.of("QUARKUS_PUNCTUAL_FUNCTION", role,
                "QUARKUS_SQS_ENDPOINT_OVERRIDE", endpoints.sqsUri().toString(),
                "QUARKUS_PUNCTUAL_PUBLISHER_ENDPOINT_OVERRIDE", endpoints.kinesisUri().toString(),
                "RECORDING_FOLDER", recordings.toString(),
                "RESTAURANTS_REOPENING", reopening().toString()));
        return host.register(JavaRuntime.ofThisJvm().function("food-ordering-" + role, artefact, HANDLER, MEMORY_MB)
                .environment(environment).timeout(TIMEOUT).log(log).build());
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
        try (SqsClient sqs = sqs()) {
            return sqs.getQueueUrl(request -> request.queueName(DEAD_LETTER)).queueUrl();
        }
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
