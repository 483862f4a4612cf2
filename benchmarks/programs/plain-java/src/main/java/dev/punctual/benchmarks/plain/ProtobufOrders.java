package dev.punctual.benchmarks.plain;

import java.io.IOException;

import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.OrderMessage;

/** Handles a stream of orders in Protobuf. */
public class ProtobufOrders extends OrderStream {

    @Override
    void handle(byte[] data) throws IOException {
        Kitchen.prepare(OrderMessage.parseFrom(data));
    }
}
