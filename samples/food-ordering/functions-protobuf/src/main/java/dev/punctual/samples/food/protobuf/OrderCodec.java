package dev.punctual.samples.food.protobuf;

import jakarta.inject.Singleton;

import com.google.protobuf.InvalidProtocolBufferException;

import dev.punctual.samples.food.order.Order;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;

/** Reads and writes orders as {@code order.proto} has them; every handler of orders is given what this reads. */
@Singleton
public class OrderCodec implements EventCodec<Order> {

    @Override
    public Order decode(byte[] payload) throws UndecodableException {
        OrderMessage message;
        try {
            message = OrderMessage.parseFrom(payload);
        } catch (InvalidProtocolBufferException e) {
            throw new UndecodableException("the payload is no food.OrderMessage");
        }
        return new Order(message.getOrderId(), message.getCustomer(), message.getRestaurant(), message.getDish(),
                message.getTotalCents());
    }

    @Override
    public byte[] encode(Order order) {
        return OrderMessage.newBuilder().setOrderId(order.orderId()).setCustomer(order.customer())
                .setRestaurant(order.restaurant()).setDish(order.dish()).setTotalCents(order.totalCents()).build()
                .toByteArray();
    }

    @Override
    public String contentType() {
        return "application/protobuf";
    }
}
