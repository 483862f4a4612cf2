package dev.punctual.samples.food.order;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

import jakarta.enterprise.context.ApplicationScoped;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Puts the events of orders on the stream, as CloudEvents; the order id is partition key and correlation id. */
@ApplicationScoped
public class OrderEvents {

    /** The stream of all order events. */
    public static final String STREAM = "orders";

    private final KinesisClient kinesis;
    private final ObjectMapper mapper;

    OrderEvents(KinesisClient kinesis, ObjectMapper mapper) {
        this.kinesis = kinesis;
        this.mapper = mapper;
    }

    /**
     * Publishes the next event of an order.
     *
     * @param type such as {@code order_accepted}; with the order id it makes the event's id, so a repeated publication can
     *        be told
     */
    public void publish(String type, Order order) {
        put(order.orderId(), cloudEvent(type, order));
    }

    /** Puts bytes on the stream as they are. */
    public void put(String partitionKey, byte[] data) {
        kinesis.putRecord(record -> record.streamName(STREAM).partitionKey(partitionKey).data(SdkBytes.fromByteArray(data)));
    }

    private byte[] cloudEvent(String type, Order order) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = mapper.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeStringField("specversion", "1.0");
            json.writeStringField("id", order.orderId() + "/" + type);
            json.writeStringField("type", type);
            json.writeStringField("source", "/food-ordering");
            json.writeStringField("correlationid", order.orderId());
            json.writeFieldName("data");
            mapper.writeValue(json, order);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("an array in memory takes every byte", e);
        }
        return bytes.toByteArray();
    }
}
