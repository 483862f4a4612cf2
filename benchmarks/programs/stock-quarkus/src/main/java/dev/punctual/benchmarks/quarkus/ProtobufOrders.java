package dev.punctual.benchmarks.quarkus;

import java.io.IOException;

import jakarta.inject.Named;

import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.OrderMessage;

/** Handles a stream of orders in Protobuf. */
@Named("protobuf")
public class ProtobufOrders extends OrderStream {

    @Override
    void handle(byte[] data) throws IOException {
        Kitchen.prepare(OrderMessage.parseFrom(data));
    }
}
