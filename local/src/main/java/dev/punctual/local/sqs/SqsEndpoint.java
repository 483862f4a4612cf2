package dev.punctual.local.sqs;

import java.net.URI;
import java.util.Map;

import dev.punctual.local.wire.AwsService;
import dev.punctual.local.wire.Operations;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.SqsException;

/**
 * Amazon SQS on the wire (AWS JSON 1.0, API version 2012-11-05), over a model of standard queues. Thread-safe.
 *
 * <p>
 * Closing answers all receives that wait, with nothing.
 */
public final class SqsEndpoint implements AwsService, AutoCloseable {

    private static final Map<String, String> COMMON_TYPES = Map.of(
            "MissingParameter", "MissingRequiredParameterException",
            "InvalidParameterValue", "InvalidParameterValueException");

    private final Operations operations = new Operations();
    private final OpenReceives openReceives = new OpenReceives();

    /** @param base what the URLs of queues begin with, such as {@code http://127.0.0.1:4566} */
    public SqsEndpoint(QueueService queues, URI base) {
        new QueueOperations(queues, new QueueUrls(base, queues.location().account())).addTo(operations);
        new SendOperations(queues).addTo(operations);
        new ReceiveOperations(queues, openReceives).addTo(operations);
        new ReceiptOperations(queues).addTo(operations);
    }

    @Override
    public String target() {
        return "AmazonSQS";
    }

    @Override
    public String actionPrefix() {
        return "sqs";
    }

    @Override
    public Operations operations() {
        return operations;
    }

    @Override
    public WireError error(AwsException refusal) {
        String common = COMMON_TYPES.get(refusal.code());
        boolean own = refusal instanceof SqsException && common == null;
        String type = own ? "com.amazonaws.sqs#" + refusal.code()
                : "com.amazon.coral.service#" + (common == null ? refusal.code() : common);
        String query = refusal instanceof SqsException sqs ? sqs.queryCode() : refusal.code();
        String fault = refusal.httpStatus() < 500 ? "Sender" : "Receiver";
        return new WireError(type, Map.of("x-amzn-query-error", query + ";" + fault));
    }

    @Override
    public void close() {
        openReceives.dismiss();
    }
}
