package dev.punctual.wire.cloudevents;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.event.Correlation;
import dev.punctual.event.TraceContext;

class OutgoingEnvelopeTest {

    @ParameterizedTest
    @CsvSource({ "application/json, 12345, c-1, ''", "application/protobuf, a, c-1, k", "application/protobuf, ab, '', k",
            "text/plain, hello, c-1, ''", "application/x-thrift, '', '', ''", "'', abc, c, k" })
    void tellsItsSizeInJson(String contentType, String data, String correlationId, String partitionKey) {
        OutgoingEnvelope event = new OutgoingEnvelope("id-1", "/shop", "order_placed", "",
                Instant.parse("2026-01-01T00:00:00Z"),
                new Correlation(correlationId, "e-1", 3, true, TraceContext.NONE, Map.of("user", "u-1")), partitionKey,
                contentType,
                data.getBytes(StandardCharsets.UTF_8));

        assertThat(event.sizeAsJson()).isEqualTo(EnvelopeFormat.CLOUDEVENTS_JSON.writer().write(event).length);
    }
}
