package dev.punctual.samples.food.driver;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;

import dev.punctual.EventPublisher;
import dev.punctual.OutgoingEvent;
import dev.punctual.publish.StreamPublisher;
import dev.punctual.publish.StreamSettings;
import dev.punctual.publish.StreamSettings.Aggregation;
import dev.punctual.publish.StreamTransport;
import dev.punctual.publish.Waiting;
import dev.punctual.runtime.publish.KinesisStreamWriter;
import dev.punctual.samples.food.order.Order;
import dev.punctual.samples.food.order.OrderStream;
import dev.punctual.spi.PublishListener;
import software.amazon.awssdk.services.kinesis.KinesisClient;

/** Where customers place orders: puts the first event of each on the stream. */
final class Shop implements AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final EventPublisher publisher;

    Shop(KinesisClient kinesis, Format format) {
        StreamSettings settings = StreamSettings.DEFAULT.with(format.aggregate() ? Aggregation.BY_SHARD : Aggregation.NONE);
        this.publisher = new StreamPublisher(new OrderSerializer(format.payload()),
                new StreamTransport(stream -> settings, new KinesisStreamWriter(() -> kinesis, UnaryOperator.identity()),
                        PublishListener.NONE,
                        new StreamTransport.Surroundings(InstantSource.system(), () -> ThreadLocalRandom.current().nextLong(),
                                threads, Waiting.REAL)),
                InstantSource.system());
    }

    /** Returns when the stream has them. */
    void place(List<Order> orders) {
        publisher.publishAll(OrderStream.NAME, orders.stream().map(order -> OutgoingEvent.of(OrderStream.PLACED, order)
                .withId(order.orderId() + "/" + OrderStream.PLACED).withCorrelationId(order.orderId())).toList());
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
