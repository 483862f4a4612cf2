package dev.punctual.samples.food.order;

import java.util.function.Supplier;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.testkit.PunctualTest;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.kinesis.model.PutRecordRequest;
import software.amazon.awssdk.services.kinesis.model.PutRecordResponse;

/** Kinesis, as far as the application uses it, with the virtual streams of a test. */
public record VirtualKinesis(Supplier<PunctualTest> test) implements KinesisClient {

    /** What publishes an application's events, on a test's virtual streams. */
    public static OrderEvents events(Supplier<PunctualTest> test) {
        return new OrderEvents(new VirtualKinesis(test), new ObjectMapper());
    }

    @Override
    public PutRecordResponse putRecord(PutRecordRequest request) {
        test.get().put(request.streamName(), request.partitionKey(), request.data().asByteArray());
        return PutRecordResponse.builder().build();
    }

    @Override
    public String serviceName() {
        return SERVICE_NAME;
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
