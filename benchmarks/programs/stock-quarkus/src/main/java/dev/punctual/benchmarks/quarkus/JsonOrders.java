package dev.punctual.benchmarks.quarkus;

import java.io.IOException;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.Order;

/** Handles a stream of orders in JSON. */
@Named("json")
public class JsonOrders extends OrderStream {

    private final ObjectMapper json;

    @Inject
    JsonOrders(ObjectMapper json) {
        this.json = json;
    }

    @Override
    void handle(byte[] data) throws IOException {
        Kitchen.prepare(json.readValue(data, Order.class));
    }
}
