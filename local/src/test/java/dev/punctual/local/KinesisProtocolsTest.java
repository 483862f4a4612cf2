package dev.punctual.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.Record;
import software.amazon.awssdk.services.kinesis.model.ResourceNotFoundException;
import software.amazon.awssdk.services.kinesis.model.ShardIteratorType;

/** The SDK speaks CBOR to Kinesis, or JSON when it is told to; both must carry the same. */
class KinesisProtocolsTest {

    private static final String SWITCH = "aws.cborEnabled";

    private final LocalEndpoints endpoints = LocalEndpoints.start();

    @AfterEach
    void close() {
        System.clearProperty(SWITCH);
        endpoints.close();
    }

    @ParameterizedTest
    @CsvSource({ "true, application/x-amz-cbor-1.1", "false, application/x-amz-json-1.1" })
    void carriesBytesTimestampsAndErrors(boolean cbor, String contentType) {
        System.setProperty(SWITCH, Boolean.toString(cbor));
        ContentTypes seen = new ContentTypes();
        try (KinesisClient kinesis = Clients.kinesis(endpoints, seen)) {
            kinesis.createStream(request -> request.streamName("orders").shardCount(1));
            byte[] bytes = { 0, -1, 127, -128 };
            Instant before = Instant.now().minus(Duration.ofMinutes(1));

            kinesis.putRecord(r -> r.streamName("orders").partitionKey("größe").data(SdkBytes.fromByteArray(bytes)));
            Record read = readFrom(kinesis, before);

            assertThat(read.data().asByteArray()).isEqualTo(bytes);
            assertThat(read.partitionKey()).isEqualTo("größe");
            assertThat(read.approximateArrivalTimestamp()).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
            assertThat(created(kinesis)).isCloseTo(Instant.now(), within(10, ChronoUnit.SECONDS));
            assertThatThrownBy(() -> kinesis.deleteStream(request -> request.streamName("unknown")))
                    .isInstanceOf(ResourceNotFoundException.class).hasMessageContaining("unknown");
            assertThat(seen.types).containsExactly(contentType);
        }
    }

    private static Record readFrom(KinesisClient kinesis, Instant start) {
        String iterator = kinesis.getShardIterator(request -> request.streamName("orders").shardId("shardId-000000000000")
                .shardIteratorType(ShardIteratorType.AT_TIMESTAMP).timestamp(start)).shardIterator();
        return kinesis.getRecords(request -> request.shardIterator(iterator)).records().get(0);
    }

    private static Instant created(KinesisClient kinesis) {
        return kinesis.describeStream(request -> request.streamName("orders")).streamDescription().streamCreationTimestamp();
    }

    /** Remembers the content types of requests and responses. */
    private static final class ContentTypes implements ExecutionInterceptor {

        private final Set<String> types = ConcurrentHashMap.newKeySet();

        @Override
        public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
            context.httpRequest().firstMatchingHeader("Content-Type").ifPresent(types::add);
            context.httpResponse().firstMatchingHeader("Content-Type").ifPresent(types::add);
        }
    }
}
