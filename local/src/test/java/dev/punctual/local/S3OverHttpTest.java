package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.objects.PutObject;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.S3Exception;

class S3OverHttpTest {

    private static final String TEXT = "0123456789".repeat(1_000);

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final S3Client s3 = Clients.s3(endpoints);

    @BeforeEach
    void prepare() {
        endpoints.objects().createBucket("letters");
    }

    @AfterEach
    void close() {
        s3.close();
        endpoints.close();
    }

    @Test
    void slowsDownFailsAndGoesOnAsOrdered() {
        order("s3:PutObject", Trigger.call(1), Fault.throttle());
        order("s3:PutObject", Trigger.call(2), Fault.internalFailure());

        assertThatThrownBy(() -> put("k")).isInstanceOfSatisfying(S3Exception.class, refusal -> {
            assertThat(refusal.statusCode()).isEqualTo(503);
            assertThat(refusal.awsErrorDetails().errorCode()).isEqualTo("SlowDown");
        });
        assertThatThrownBy(() -> put("k")).isInstanceOfSatisfying(S3Exception.class,
                refusal -> assertThat(refusal.statusCode()).isEqualTo(500));
        put("k");

        assertThat(endpoints.objects().getObject("letters", "k").content()).asString().isEqualTo(TEXT);
    }

    @Test
    void strikesTheKeysThatTheRuleNames() {
        endpoints.faults().order(FaultRule.at("s3:*", Trigger.always(), Fault.throttle()).on("letters/bad/*"));

        put("good/k");

        assertThatThrownBy(() -> put("bad/k")).isInstanceOf(S3Exception.class);
    }

    @Test
    void holdsAnswersBack() {
        put("k");
        order("s3:GetObject", Trigger.always(), Fault.latency(Duration.ofMillis(300)));

        Instant start = Instant.now();
        s3.getObjectAsBytes(request -> request.bucket("letters").key("k"));

        assertThat(Duration.between(start, Instant.now())).isGreaterThanOrEqualTo(Duration.ofMillis(295));
    }

    @Test
    void breaksTheConnectionInTheMiddleOfAnObject() {
        put("k");
        order("s3:GetObject", Trigger.next(1), Fault.cutOff());

        assertThatThrownBy(() -> Clients.send(HttpRequest.newBuilder(endpoints.s3Uri().resolve("/letters/k")).build()))
                .isInstanceOf(IOException.class);
        assertThat(s3.getObjectAsBytes(request -> request.bucket("letters").key("k")).asUtf8String()).isEqualTo(TEXT);
    }

    @Test
    void keepsAnObjectWhoseWriterNeverLearnedOfIt() {
        order("s3:PutObject", Trigger.always(), Fault.cutOff());

        assertThatThrownBy(() -> put("k")).isInstanceOf(SdkClientException.class);

        assertThat(endpoints.objects().getObject("letters", "k").content()).asString().isEqualTo(TEXT);
    }

    @Test
    void servesPlainRequestsWithoutASignature() throws Exception {
        URI object = endpoints.s3Uri().resolve("/letters/plain.txt");

        var put = Clients.send(HttpRequest.newBuilder(object).PUT(BodyPublishers.ofString("text")).build());
        var read = Clients.send(HttpRequest.newBuilder(object).build());
        var none = Clients.send(HttpRequest.newBuilder(endpoints.s3Uri().resolve("/letters/none")).build());

        assertThat(put.statusCode()).isEqualTo(200);
        assertThat(read.body()).isEqualTo("text");
        assertThat(none.statusCode()).isEqualTo(404);
        assertThat(none.body()).contains("<Code>NoSuchKey</Code>", "<Resource>/letters/none</Resource>");
    }

    @Test
    void refusesContentThatIsNotWhatTheRequestSaysOfIt() throws Exception {
        assertThat(upload("x-amz-checksum-crc64nvme", "AAAAAAAAAAA=", "123456789")).contains("BadDigest");
        assertThat(upload("x-amz-checksum-crc64nvme", "rosUhgp5mIg=", "123456789")).isEmpty();
        assertThat(upload("Content-MD5", "AAAAAAAAAAAAAAAAAAAAAA==", "text")).contains("BadDigest");
        assertThat(upload("x-amz-content-sha256", "0".repeat(64), "text")).contains("BadDigest");
        assertThat(upload("x-amz-decoded-content-length", "5", "text")).contains("IncompleteBody");
    }

    @Test
    void refusesChunksThatDoNotAddUp() throws Exception {
        for (String body : new String[] { "", "zz\r\n", "5\r\ntext", "3\r\ntext\r\n0\r\n\r\n", "4\r\ntext\r\n" }) {
            assertThat(upload("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER", body)).as(body)
                    .contains("IncompleteBody");
        }
        assertThat(upload("x-amz-content-sha256", "STREAMING-UNSIGNED-PAYLOAD-TRAILER",
                "4;chunk-signature=0\r\ntext\r\n0\r\nx-amz-checksum-crc32:AAAAAA==\r\n\r\n")).contains("BadDigest");
    }

    @Test
    void refusesAnObjectAboveTheLimit() {
        byte[] large = new byte[(12 << 20) + 1];

        assertThatThrownBy(() -> s3.putObject(request -> request.bucket("letters").key("k"), RequestBody.fromBytes(large)))
                .hasMessageContaining("exceeds the maximum allowed size");
    }

    @Test
    void findsTheBucketInTheHost() throws Exception {
        endpoints.objects().putObject(PutObject.json("letters", "a/b", "{}".getBytes(StandardCharsets.UTF_8)));

        assertThat(raw("GET /a/b HTTP/1.1\r\nHost: letters.localhost\r\nConnection: close\r\n\r\n")).endsWith("{}");
        assertThat(raw("GET /a/b HTTP/1.1\r\nHost: letters.s3.us-east-1.amazonaws.com\r\nConnection: close\r\n\r\n"))
                .endsWith("{}");
    }

    private String raw(String request) throws Exception {
        try (Socket socket = new Socket("127.0.0.1", endpoints.s3Uri().getPort())) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String upload(String header, String value, String body) throws Exception {
        return Clients.send(HttpRequest.newBuilder(endpoints.s3Uri().resolve("/letters/k")).header(header, value)
                .PUT(BodyPublishers.ofString(body)).build()).body();
    }

    private void put(String key) {
        s3.putObject(request -> request.bucket("letters").key(key), RequestBody.fromString(TEXT));
    }

    private void order(String operation, Trigger trigger, Fault fault) {
        endpoints.faults().order(FaultRule.at(operation, trigger, fault));
    }
}
