package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.local.LocalEndpoints;
import dev.punctual.local.calls.RecordedCall;
import dev.punctual.local.deployment.LocalDeployment;
import dev.punctual.local.deployment.Right;
import dev.punctual.local.lambda.EnvironmentFault;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** The functions call what the roles of their template let them call, all of it, and nothing else. */
@Timeout(300)
class RightsIT {

    /** What Lambda itself does with a function's role: reads streams and queues, tells of discarded batches, writes logs. */
    private static final Set<String> OF_LAMBDA = Set.of("WriteLogs", "ReadStreams", "ReceiveMessages",
            "TellOfDiscardedBatches");
    private static final Format AGGREGATED = new Format(Format.Payload.JSON, true);
    private static final Set<String> FUNCTIONS = Set.of("StreamFunction", "RetryFunction", "DeadLetterFunction");
    private static final Duration PATIENCE = Duration.ofSeconds(200);

    @TempDir
    private Path folder;

    @Test
    void areUsedByTheFunctionsAndSuffice() throws Exception {
        Path zip = Functions.of(AGGREGATED.payload());
        // One loss of its process, and a batch is given up.
        String template = Files.readString(zip.resolveSibling("punctual/template.yaml")).replace("MaximumRetryAttempts: 10",
                "MaximumRetryAttempts: 0");
        try (LocalEndpoints endpoints = LocalEndpoints.start();
                FunctionPackage code = FunctionPackage.open(zip);
                LocalDeployment deployment = LocalDeployment.of(template, code, endpoints)
                        .environment(AGGREGATED.environment())
                        .environment(Map.of("RECORDING_FOLDER", folder.toString())).start();
                KinesisClient kinesis = client(endpoints);
                Shop shop = new Shop(kinesis, AGGREGATED)) {
            deployment.function("StreamFunction").order(EnvironmentFault.killDuring(1, Duration.ZERO));
            Set<String> granted = FUNCTIONS.stream().flatMap(id -> granted(id, deployment))
                    .collect(Collectors.toCollection(TreeSet::new));

            Orders orders = new Orders(7);
            await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(3)).untilAsserted(() -> {
                shop.place(Stream.generate(orders::next).limit(20).toList());
                assertThat(called(endpoints)).isEqualTo(granted);
            });
        }
    }

    private static Stream<String> granted(String function, LocalDeployment deployment) {
        return deployment.rights(function).stream().filter(right -> !OF_LAMBDA.contains(right.purpose()))
                .flatMap(right -> lines(deployment.name(function), right));
    }

    private static Stream<String> lines(String function, Right right) {
        return right.actions().stream().flatMap(action -> right.resources().stream()
                .map(arn -> function + ' ' + action + ' ' + arn.replaceAll(".*[:/]", "")));
    }

    private static Set<String> called(LocalEndpoints endpoints) {
        return endpoints.calls().stream().filter(call -> call.principal().startsWith("food-ordering-"))
                .map(call -> call.principal() + ' ' + action(call) + ' ' + call.resource())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The right to send a batch is that to send one. */
    private static String action(RecordedCall call) {
        return call.operation().replaceFirst("^sqs:(.*)Batch$", "sqs:$1");
    }

    private static KinesisClient client(LocalEndpoints endpoints) {
        return KinesisClient.builder().httpClientBuilder(UrlConnectionHttpClient.builder())
                .endpointOverride(endpoints.kinesisUri()).region(Region.US_EAST_1)
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("shop", "local"))).build();
    }
}
