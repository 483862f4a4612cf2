package dev.punctual.benchmarks.plain;

import java.util.ArrayList;
import java.util.List;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;

import dev.punctual.benchmarks.order.DishUnknownException;
import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.Order;

/** Handles a queue of orders in JSON, and names those that failed. */
public class RetriedOrders implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ObjectReader json = new ObjectMapper().readerFor(Order.class);

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                Kitchen.prepare(json.<Order> readValue(message.getBody()));
            } catch (JsonProcessingException | DishUnknownException e) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
