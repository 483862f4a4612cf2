package dev.punctual.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.operator.LetterOperator;
import dev.punctual.operator.OperatorSettings;
import dev.punctual.operator.Sleeper;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.LetterLines;
import dev.punctual.wire.sqs.MessageSender;
import dev.punctual.wire.sqs.QueueAddress;
import dev.punctual.wire.sqs.QueueUrls;
import dev.punctual.wire.sqs.SqsLetterStore;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/**
 * How long it takes to group and to redrive many dead letters, over HTTP, from an endpoint in a process of its own. The
 * argument is how many letters; what the operator's side needs is what this process is given, by {@code -Xmx}.
 */
public final class DeadLetterOperations {

    private static final int CAUSES = 20;
    private static final int SENT_AT_ONCE = 100;
    private static final EventSource ORDERS = new EventSource(EventSource.Kind.STREAM, "orders",
            "arn:aws:kinesis:us-east-1:000000000000:stream/orders");

    private DeadLetterOperations() {
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("serve")) {
            serve();
            return;
        }
        int count = Integer.parseInt(arguments[0]);
        Process endpoint = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx4g",
                "-cp", System.getProperty("java.class.path"), DeadLetterOperations.class.getName(), "serve")
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        try (BufferedReader told = new BufferedReader(new InputStreamReader(endpoint.getInputStream(), StandardCharsets.UTF_8));
                SqsClient sqs = client(URI.create(told.readLine()))) {
            measure(sqs, count);
        } finally {
            endpoint.destroy();
        }
    }

    /** Until its standard input ends, which it does with the process that started it. */
    private static void serve() throws IOException {
        try (LocalEndpoints endpoints = LocalEndpoints.start()) {
            endpoints.queues().createQueue("orders-dead-letter", Map.of());
            endpoints.queues().createQueue("orders-retry", Map.of());
            System.out.println(endpoints.sqsUri());
            while (System.in.read() >= 0) {
                // Nothing is said.
            }
        }
    }

    private static SqsClient client(URI endpoint) {
        return SqsClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    }

    private static void measure(SqsClient sqs, int count) {
        JsonFactory json = new JsonFactory();
        InstantSource clock = InstantSource.system();
        LetterOperator letters = new LetterOperator(
                new SqsLetterStore(() -> sqs, SqsLetterStore.Queues.of("orders"), json, clock),
                new LetterOperator.Surroundings(entry -> {
                }, new LetterLines(json), clock, Sleeper.REAL), OperatorSettings.DEFAULT);

        timed("put", count, () -> put(sqs, json, count));
        List<LetterGroup> groups = new ArrayList<>();
        timed("grouped", count, () -> groups.addAll(letters.groups(LetterFilter.ALL)));
        OperationReport[] report = new OperationReport[1];
        timed("redriven", count, () -> report[0] = letters.redrive(LetterFilter.ALL, OperationOptions.by("benchmark"),
                progress -> {
                }));
        long grouped = groups.stream().mapToLong(LetterGroup::count).sum();
        if (groups.size() != CAUSES || grouped != count || report[0].done() != count) {
            throw new IllegalStateException(groups.size() + " groups of " + grouped + " letters, and " + report[0]);
        }
        System.out.printf("heap of at most %d MiB%n", Runtime.getRuntime().maxMemory() >> 20);
    }

    private static void timed(String what, int count, Runnable work) {
        long start = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf("%-9s%8d letters in %6.1f s, %7.0f a second%n", what, count, seconds, count / seconds);
    }

    private static void put(SqsClient sqs, JsonFactory json, int count) {
        MessageSender sender = new MessageSender(() -> sqs, new QueueUrls(() -> sqs));
        QueueAddress queue = new QueueAddress("orders-dead-letter", Optional.empty());
        DeadLetterFormat format = new DeadLetterFormat(json);
        for (int from = 0; from < count; from += SENT_AT_ONCE) {
            List<MessageSender.Message> messages = new ArrayList<>();
            for (int n = from; n < Math.min(count, from + SENT_AT_ONCE); n++) {
                messages.add(new MessageSender.Message(format.write(letter(n)), Duration.ZERO, ""));
            }
            sender.send(queue, messages);
        }
    }

    /** A letter of four attempts and an order of 274 bytes. */
    private static DeadLetter letter(int n) {
        Instant arrival = Instant.parse("2026-01-01T00:00:00Z").plusMillis(n);
        byte[] order = ("{\"orderId\":\"order-" + n + "\",\"note\":\"" + "x".repeat(230) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        EventRecord event = new EventRecord(ORDERS, "shardId-000000000000", String.valueOf(n), "order-" + n, arrival, order);
        AttemptHistory attempts = AttemptHistory.NONE;
        for (int number = 1; number <= 4; number++) {
            attempts = attempts.plus(new Attempt(number, arrival, arrival.plusMillis(5), "orders-retry",
                    "7f3f0c55-64a6-4b55-8c39-16a3f1f0c0de", new Failure("java.lang.IllegalStateException",
                            "restaurant " + n + " is closed", "cause-" + n % CAUSES)));
        }
        String id = DeadLetter.id(event, "RestaurantNotifications.notifyRestaurant");
        return new DeadLetter(id, Reason.ATTEMPTS, "4 attempts failed", "RestaurantNotifications.notifyRestaurant",
                "order-" + n + "/order_placed", "order_placed", "order-" + n, "application/json", event,
                new Deadline(arrival, arrival.plusSeconds(10)), arrival.plusSeconds(9), attempts, "orders-retry",
                "7f3f0c55-64a6-4b55-8c39-16a3f1f0c0de", "food-ordering:1.0", Redrive.NONE);
    }
}
