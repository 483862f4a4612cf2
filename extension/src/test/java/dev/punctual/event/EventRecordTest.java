package dev.punctual.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class EventRecordTest {

    private static final byte[] SECRET = "marker-4711".getBytes(StandardCharsets.UTF_8);
    private static final Instant ARRIVAL = Instant.parse("2026-01-01T00:00:00Z");

    private final EventRecord ofStream = new EventRecord(
            EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders"), "shardId-000000000003",
            "49545115243490985018280067714973144582180062593244200961", "customer-1", ARRIVAL, SECRET);
    private final EventRecord ofQueue = new EventRecord(EventSource.ofArn("arn:aws:sqs:us-east-1:000000000000:orders"), "",
            "059f36b4-87a3-44ab-83d2-661975830a7d", "", ARRIVAL, SECRET);

    @Test
    void isNamedBySourceShardAndSequenceNumber() {
        assertThat(ofStream.id())
                .isEqualTo("orders/shardId-000000000003:49545115243490985018280067714973144582180062593244200961");
    }

    @Test
    void isNamedByQueueAndMessageId() {
        assertThat(ofQueue.id()).isEqualTo("orders/059f36b4-87a3-44ab-83d2-661975830a7d");
    }

    @Test
    void isNamedByItsPlaceInAnAggregateToo() {
        EventRecord second = ofStream.sub(1, "customer-2", SECRET);

        assertThat(second.id()).isEqualTo(ofStream.id() + ":1");
        assertThat(second.position()).isEqualTo(ofStream.sequenceNumber() + ":1");
        assertThat(ofStream.position()).isEqualTo(ofStream.sequenceNumber());
    }

    @Test
    void neverShowsItsBytes() {
        assertThat(ofStream.toString()).contains(ofStream.id(), "11 bytes").doesNotContain("marker", "customer-1", "[B@");
        assertThat(ofQueue.toString()).contains(ofQueue.id(), "11 bytes").doesNotContain("marker", "[B@");
    }

    @Test
    void neverShowsTheBytesOfAnEnvelope() {
        Envelope envelope = new Envelope("id-1", "order_placed", Correlation.of("c"), "application/json", SECRET);

        assertThat(envelope.toString()).contains("id-1", "order_placed", "11 bytes").doesNotContain("marker", "[B@");
        assertThat(Envelope.bare(SECRET).toString()).doesNotContain("marker", "[B@");
    }
}
