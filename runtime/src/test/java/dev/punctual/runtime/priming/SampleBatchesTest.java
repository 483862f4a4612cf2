package dev.punctual.runtime.priming;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.dispatch.OrderRule;
import dev.punctual.engine.BatchItem;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventSource;
import dev.punctual.event.EventSource.Kind;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.SourceNames;
import dev.punctual.runtime.event.RecordsReader;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.HandlerDefinition.Parameters;
import dev.punctual.runtime.kinesis.KinesisEvents;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.envelope.RetryFormat;

class SampleBatchesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05.067Z");

    private final JsonFactory json = new JsonFactory();

    private List<byte[]> batches(FunctionRole role, HandlerDefinition... handlers) {
        PayloadExamples examples = PayloadExamples.of(List.of(String.class.getName(), byte[].class.getName()),
                List.of(base64("{\"id\":\"7\"}"), base64("\0\1")));
        QueueDirectory queues = new QueueDirectory(List.of("orders", "claims"), Map.of());
        return new SampleBatches(json, examples, SourceNames.DECLARED, queues).of(role, List.of(handlers), NOW);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static HandlerDefinition handler(String id, Kind kind, String source, String type, Class<?> payload) {
        return new HandlerDefinition(id, "com.acme.Orders#" + id, kind, source, type, payload, Parameters.PAYLOAD,
                Optional.empty(), Optional.empty(), OrderRule.ANY, Optional.empty());
    }

    @Test
    void haveOneEventForEachHandlerOfAStreamInTheLayoutOfLambda() throws UndecodableException {
        List<byte[]> batches = batches(FunctionRole.STREAM,
                handler("placed", Kind.STREAM, "orders", "order_placed", String.class),
                handler("any", Kind.STREAM, "orders", "", byte[].class),
                handler("unknown", Kind.STREAM, "orders", "", Integer.class));

        assertThat(batches).hasSize(1);
        List<BatchItem> items = KinesisEvents.readAsWrittenByLambda(batches.get(0));
        assertThat(items).as("quickly read").hasSize(2).extracting(BatchItem::itemId).doesNotHaveDuplicates();
        Envelope envelope = new EventForms(json, "type", 1_000).read(items.get(0).event());
        assertThat(envelope.type()).isEqualTo("order_placed");
        assertThat(new String(envelope.payload(), UTF_8)).isEqualTo("{\"id\":\"7\"}");
        assertThat(items.get(1).event().data()).containsExactly(0, 1);
        assertThat(items).allSatisfy(item -> {
            assertThat(item.event().source().name()).isEqualTo("orders");
            assertThat(item.event().arrival()).isEqualTo(NOW);
        });
    }

    @Test
    void carryPayloadsThatAreNoJsonInTheirEvents() throws UndecodableException {
        List<byte[]> batches = batches(FunctionRole.STREAM,
                handler("typed", Kind.STREAM, "orders", "order_placed", byte[].class));

        BatchItem item = KinesisEvents.readAsWrittenByLambda(batches.get(0)).get(0);
        assertThat(new EventForms(json, "type", 1_000).read(item.event()).payload()).containsExactly(0, 1);
    }

    @Test
    void areOneForEachSource() {
        List<byte[]> batches = batches(FunctionRole.STREAM, handler("placed", Kind.STREAM, "orders", "", String.class),
                handler("claimed", Kind.QUEUE, "claims", "", String.class));

        assertThat(batches).hasSize(2);
        SqsEvents.Message message = message(batches.get(1));
        assertThat(message.body()).isEqualTo("{\"id\":\"7\"}");
        assertThat(message.sent()).isEqualTo(NOW);
        assertThat(message.queue().kind()).isEqualTo(EventSource.Kind.QUEUE);
        assertThat(message.queue().name()).isEqualTo("claims");
    }

    @Test
    void ofTheOtherFunctionsHoldParkedEvents() throws UndecodableException {
        HandlerDefinition handler = handler("placed", Kind.STREAM, "orders", "order_placed", String.class);

        SqsEvents.Message retried = message(batches(FunctionRole.RETRY, handler).get(0));
        SqsEvents.Message givenUp = message(batches(FunctionRole.DEAD_LETTER, handler).get(0));

        assertThat(retried.queue().name()).isEqualTo("orders-retry");
        assertThat(givenUp.queue().name()).isEqualTo("orders-on-failure");
        ParkedEvent parked = new RetryFormat(json).read(retried.body());
        assertThat(parked.handler()).isEqualTo("placed");
        assertThat(parked.deadline().at()).isAfter(NOW);
        assertThat(parked.event().source().name()).isEqualTo("orders");
    }

    private SqsEvents.Message message(byte[] batch) {
        return new SqsEvents(new RecordsReader(json)).read(batch, Instant.EPOCH).get(0);
    }
}
