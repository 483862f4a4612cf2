package dev.punctual.benchmarks.plain;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.KinesisEvent;
import com.amazonaws.services.lambda.runtime.events.StreamsEventResponse;

import dev.punctual.benchmarks.order.DishUnknownException;

/** Handles each record, and names those that failed. */
abstract class OrderStream implements RequestHandler<KinesisEvent, StreamsEventResponse> {

    /** @throws IOException if the data is no order */
    abstract void handle(byte[] data) throws IOException;

    @Override
    public StreamsEventResponse handleRequest(KinesisEvent event, Context context) {
        List<StreamsEventResponse.BatchItemFailure> failures = new ArrayList<>();
        for (KinesisEvent.KinesisEventRecord record : event.getRecords()) {
            try {
                handle(record.getKinesis().getData().array());
            } catch (IOException | DishUnknownException e) {
                failures.add(new StreamsEventResponse.BatchItemFailure(record.getKinesis().getSequenceNumber()));
            }
        }
        return new StreamsEventResponse(failures);
    }
}
