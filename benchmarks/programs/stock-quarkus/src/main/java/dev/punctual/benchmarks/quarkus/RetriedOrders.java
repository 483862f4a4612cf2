package dev.punctual.benchmarks.quarkus;

import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Named;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.benchmarks.order.DishUnknownException;
import dev.punctual.benchmarks.order.Kitchen;
import dev.punctual.benchmarks.order.Order;

/** Handles a queue of orders in JSON, and names those that failed. */
@Named("retry")
public class RetriedOrders implements RequestHandler<SQSEvent, SQSBatchResponse> {

    private final ObjectMapper json;

    @Inject
    RetriedOrders(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
        List<SQSBatchResponse.BatchItemFailure> failures = new ArrayList<>();
        for (SQSEvent.SQSMessage message : event.getRecords()) {
            try {
                Kitchen.prepare(json.readValue(message.getBody(), Order.class));
            } catch (JsonProcessingException | DishUnknownException e) {
                failures.add(new SQSBatchResponse.BatchItemFailure(message.getMessageId()));
            }
        }
        return new SQSBatchResponse(failures);
    }
}
