package dev.punctual.wire.testing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;

import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.BatchResultErrorEntry;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlRequest;
import software.amazon.awssdk.services.sqs.model.GetQueueUrlResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResultEntry;

/** Takes every message, unless it is told otherwise for the next requests; its other operations are not implemented. */
public final class FakeSqs implements SqsClient {

    public interface Answer extends Function<SendMessageBatchRequest, SendMessageBatchResponse> {
    }

    public final List<SendMessageBatchRequest> requests = new ArrayList<>();
    public final List<String> urlsAsked = new ArrayList<>();
    private final Deque<Answer> answers = new ArrayDeque<>();
    private int urlFailures;

    public FakeSqs answer(Answer... next) {
        answers.addAll(List.of(next));
        return this;
    }

    public FakeSqs failToTellUrls(int times) {
        urlFailures = times;
        return this;
    }

    public static Answer refusing(String code, boolean senderFault, String... bodies) {
        return request -> {
            SendMessageBatchResponse.Builder response = SendMessageBatchResponse.builder();
            List<String> refused = Arrays.asList(bodies);
            response.failed(request.entries().stream().filter(entry -> refused.contains(entry.messageBody()))
                    .map(entry -> BatchResultErrorEntry.builder().id(entry.id()).code(code).senderFault(senderFault).build())
                    .toList());
            response.successful(request.entries().stream().filter(entry -> !refused.contains(entry.messageBody()))
                    .map(entry -> SendMessageBatchResultEntry.builder().id(entry.id()).build()).toList());
            return response.build();
        };
    }

    public static Answer failing(String message) {
        return request -> {
            throw SdkClientException.create(message);
        };
    }

    public List<List<String>> bodies() {
        return requests.stream()
                .map(request -> request.entries().stream().map(SendMessageBatchRequestEntry::messageBody).toList()).toList();
    }

    @Override
    public SendMessageBatchResponse sendMessageBatch(SendMessageBatchRequest request) {
        requests.add(request);
        return (answers.isEmpty() ? refusing("none", false) : answers.remove()).apply(request);
    }

    @Override
    public GetQueueUrlResponse getQueueUrl(GetQueueUrlRequest request) {
        urlsAsked.add(request.queueName());
        if (urlFailures-- > 0) {
            throw SdkClientException.create("no route to host");
        }
        return GetQueueUrlResponse.builder().queueUrl("http://sqs/" + request.queueName()).build();
    }

    @Override
    public String serviceName() {
        return "sqs";
    }

    @Override
    public void close() {
        // Holds nothing.
    }
}
