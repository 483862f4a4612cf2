package dev.punctual.devui;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.dispatch.OrderRule;
import dev.punctual.event.Envelope;
import dev.punctual.event.EventSource;
import dev.punctual.runtime.handler.HandlerDefinition;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.spi.EnvelopeReader;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

class PayloadsTest {

    private static final byte[] BINARY = { 0, 'n', 'o', 'n', 'e', (byte) 0xff };

    private record Order(String restaurant) {
    }

    private static PayloadView show(EnvelopeReader envelopes, Function<byte[], Order> decode) {
        EventCodec<Order> codec = new EventCodec<>() {
            @Override
            public Order decode(byte[] payload) throws UndecodableException {
                Order order = decode.apply(payload);
                if (order == null) {
                    throw new UndecodableException("no order");
                }
                return order;
            }

            @Override
            public byte[] encode(Order value) {
                throw new AssertionError("nothing is written");
            }

            @Override
            public String contentType() {
                return "application/x-order";
            }
        };
        HandlerDefinition definition = new HandlerDefinition(Letters.HANDLER, "com.acme.Orders#onOrder",
                EventSource.Kind.STREAM, "orders", "", Order.class, HandlerDefinition.Parameters.PAYLOAD, Optional.empty(),
                Optional.empty(), OrderRule.ANY, Optional.empty());
        StoredLetter letter = Letters.order(1, new byte[0], LetterData.INLINE);
        return new Payloads(envelopes, new HandlerRegistry(
                List.of(new HandlerRegistry.Handler(definition, (instance, arguments) -> null, codec, Optional.empty())),
                List.of())).show(letter, BINARY);
    }

    @Test
    void showsWhatTheHandlersCodecReads() {
        PayloadView shown = show(event -> Envelope.bare(event.data()), payload -> new Order("Zum Löwen"));

        assertThat(shown).isEqualTo(new PayloadView("Order", "Order[restaurant=Zum Löwen]", BINARY.length, ""));
    }

    @Test
    void showsJsonInAnEnvelopeAsItIs() {
        byte[] json = "{\"restaurant\":1}".getBytes(StandardCharsets.UTF_8);

        PayloadView shown = show(event -> Envelope.bare(json), payload -> new Order("not asked"));

        assertThat(shown.form()).isEqualTo("JSON");
        assertThat(shown.size()).isEqualTo(BINARY.length);
    }

    @Test
    void showsBytesWhereNobodyCanReadThem() {
        PayloadView shown = show(event -> {
            throw new UndecodableException("no envelope");
        }, payload -> null);

        assertThat(shown.form()).isEqualTo("bytes");
        assertThat(shown.text()).startsWith("0000  00 6e 6f 6e 65 ff ");
    }
}
