package dev.punctual.samples.food.driver;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.publish.EventSerializer;
import dev.punctual.samples.food.driver.Format.Payload;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.protobuf.OrderCodec;
import dev.punctual.wire.cloudevents.EnvelopeWriter;
import dev.punctual.wire.cloudevents.OutgoingEnvelope;

/** Writes orders as the shop's application does; safe for use by several threads. */
final class OrderSerializer implements EventSerializer {

    private static final String SOURCE = "/food-ordering/app";

    private final Payload payload;
    private final EnvelopeWriter envelope;
    private final ObjectMapper json = new ObjectMapper();
    private final OrderCodec protobuf = new OrderCodec();

    OrderSerializer(Payload payload) {
        this.payload = payload;
        this.envelope = payload.envelope.writer();
    }

    @Override
    public byte[] serialize(String stream, Complete event) {
        boolean isJson = payload == Payload.JSON;
        Order order = (Order) event.payload();
        return envelope.write(new OutgoingEnvelope(event.id(), SOURCE, event.type(), "", event.time(), event.correlation(),
                event.partitionKey(), isJson ? "application/json" : protobuf.contentType(),
                isJson ? json(order) : protobuf.encode(order)));
    }

    private byte[] json(Order order) {
        try {
            return json.writeValueAsBytes(order);
        } catch (IOException e) {
            throw new UncheckedIOException("an order is a record of texts and a number", e);
        }
    }

    @Override
    public String partitionKey(Object order) {
        return ((Order) order).orderId();
    }
}
