package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.aws.AwsLocation;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordsRequestEntry;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

class LocalEndpointsTest {

    @Test
    void letsClientsAndModelsSeeTheSame() {
        try (LocalEndpoints endpoints = LocalEndpoints.start(); SqsClient sqs = Clients.sqs(endpoints)) {
            String queue = sqs.createQueue(request -> request.queueName("retries")).queueUrl();
            sqs.sendMessage(request -> request.queueUrl(queue).messageBody("body"));

            assertThat(queue).isEqualTo(endpoints.sqsUri() + "/000000000000/retries");
            assertThat(endpoints.queues().getAttributes("retries")).containsEntry("ApproximateNumberOfMessages", "1");
        }
    }

    @Test
    void namesResourcesAfterItsAccountAndRegion() {
        AwsLocation location = new AwsLocation("123456789012", "eu-central-1");
        try (LocalEndpoints endpoints = LocalEndpoints.builder().location(location).start();
                KinesisClient kinesis = Clients.kinesis(endpoints);
                SqsClient sqs = Clients.sqs(endpoints)) {
            kinesis.createStream(request -> request.streamName("orders").shardCount(1));

            assertThat(kinesis.describeStreamSummary(request -> request.streamName("orders")).streamDescriptionSummary()
                    .streamARN()).isEqualTo("arn:aws:kinesis:eu-central-1:123456789012:stream/orders");
            assertThat(sqs.createQueue(request -> request.queueName("retries")).queueUrl()).contains("/123456789012/retries");
        }
    }

    @Test
    void enforcesThroughputQuotasOnlyWhenAsked() {
        assertThat(failedOfTwoMebibytes(true))
                .as("about half: a shard takes 1 MiB in a second, and its quota grows while the call is served")
                .isBetween(100, 260);
        assertThat(failedOfTwoMebibytes(false)).isZero();
    }

    /** In one call, so that a slow machine gives the quota little time to grow again. */
    private static int failedOfTwoMebibytes(boolean limitsEnforced) {
        try (LocalEndpoints endpoints = LocalEndpoints.builder().limitsEnforced(limitsEnforced).start();
                KinesisClient kinesis = Clients.kinesis(endpoints)) {
            endpoints.streams().createStream("orders", 1);
            SdkBytes data = SdkBytes.fromByteArray(new byte[4 * 1024]);
            List<PutRecordsRequestEntry> entries = Collections.nCopies(500,
                    PutRecordsRequestEntry.builder().partitionKey("k").data(data).build());
            return kinesis.putRecords(request -> request.streamName("orders").records(entries)).failedRecordCount();
        }
    }

    @Test
    void endsWaitingReceivesWithNothingWhenItCloses() throws Exception {
        LocalEndpoints endpoints = LocalEndpoints.start();
        try (SqsClient sqs = Clients.sqs(endpoints)) {
            String queue = sqs.createQueue(request -> request.queueName("retries")).queueUrl();
            CompletableFuture<List<Message>> waiting = CompletableFuture
                    .supplyAsync(() -> sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(20)).messages());
            await().pollDelay(Duration.ofMillis(300)).until(() -> !waiting.isDone());

            endpoints.close();

            assertThat(waiting.get(5, TimeUnit.SECONDS)).isEmpty();
        }
    }

    @Test
    void servesOthersWhileMoreReceivesWaitThanItHasThreads() {
        ExecutorService callers = Executors.newFixedThreadPool(40);
        try (LocalEndpoints endpoints = LocalEndpoints.start(); SqsClient sqs = Clients.sqs(endpoints)) {
            String queue = sqs.createQueue(request -> request.queueName("retries")).queueUrl();
            List<CompletableFuture<Integer>> waiting = IntStream.range(0, 40)
                    .mapToObj(i -> CompletableFuture.supplyAsync(() -> receive(endpoints, queue), callers)).toList();
            await().pollDelay(Duration.ofMillis(500)).until(() -> waiting.stream().noneMatch(CompletableFuture::isDone));

            IntStream.range(0, 40).forEach(i -> sqs.sendMessage(r -> r.queueUrl(queue).messageBody("m" + i)));

            assertThat(waiting.stream().mapToInt(CompletableFuture::join).sum()).isEqualTo(40);
        } finally {
            callers.shutdown();
        }
    }

    private static int receive(LocalEndpoints endpoints, String queue) {
        try (SqsClient sqs = Clients.sqs(endpoints)) {
            return sqs.receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(20)).messages().size();
        }
    }

    @Test
    void refusesConnectionsAfterItsClose() {
        LocalEndpoints endpoints = LocalEndpoints.start();

        endpoints.close();

        assertThatThrownBy(() -> new Socket("127.0.0.1", endpoints.kinesisUri().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        try (LocalEndpoints endpoints = LocalEndpoints.start()) {
            List<InetAddress> others = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                    .filter(address -> !address.isLoopbackAddress()).toList();

            assertThat(endpoints.kinesisUri().getHost()).isEqualTo("127.0.0.1");
            assertThat(others).allSatisfy(address -> assertThatThrownBy(() -> connect(address, endpoints.sqsUri().getPort()))
                    .isInstanceOf(IOException.class));
        }
    }

    private static void connect(InetAddress address, int port) throws Exception {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, port), 1_000);
        }
    }

    @Test
    void refusesAPortThatIsTakenOrNone() {
        try (LocalEndpoints first = LocalEndpoints.start()) {
            int taken = first.kinesisUri().getPort();

            assertThatThrownBy(() -> LocalEndpoints.builder().port(taken).start()).isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining("127.0.0.1:" + taken);
            assertThatThrownBy(() -> LocalEndpoints.builder().port(65_536)).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("65536");
        }
    }
}
