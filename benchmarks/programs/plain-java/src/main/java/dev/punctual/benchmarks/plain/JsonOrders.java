package dev.punctual.benchmarks.plain;

import java.io.IOException;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.Order;

/** Handles a stream of orders in JSON. */
public class JsonOrders extends OrderStream {

    private final ObjectReader json = new ObjectMapper().readerFor(Order.class);

    @Override
    void handle(byte[] data) throws IOException {
        Kitchen.prepare(json.<Order> readValue(data));
    }
}
