package dev.punctual.deployment;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.core.io.JsonStringEncoder;

import dev.punctual.runtime.EventFunction;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;

/** Invokes a function of an application under test as Lambda's event source mappings do. */
public record LambdaCalls(EventFunction function, SqsClient sqs) {

    /** With a batch of a stream; returns the answer. */
    public String ofStream(String stream, byte[]... events) {
        List<String> records = new ArrayList<>();
        for (byte[] event : events) {
            records.add("{\"eventSource\":\"aws:kinesis\",\"eventID\":\"shardId-000000000000:" + records.size()
                    + "\",\"eventSourceARN\":\"arn:aws:kinesis:us-east-1:000000000000:stream/" + stream
                    + "\",\"kinesis\":{\"partitionKey\":\"1\",\"sequenceNumber\":\"" + records.size()
                    + "\",\"approximateArrivalTimestamp\":" + Instant.now().getEpochSecond() + ",\"data\":\""
                    + Base64.getEncoder().encodeToString(event) + "\"}}");
        }
        return invoke(stream + "-stream", records);
    }

    /** With what a queue holds, which is removed from it; returns the answer. */
    public String ofQueue(String queue) {
        String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
        List<Message> messages = sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10)).messages();
        List<String> records = new ArrayList<>();
        for (Message message : messages) {
            records.add("{\"messageId\":\"" + message.messageId() + "\",\"eventSource\":\"aws:sqs\",\"eventSourceARN\":"
                    + "\"arn:aws:sqs:us-east-1:000000000000:" + queue + "\",\"attributes\":{\"SentTimestamp\":\""
                    + Instant.now().toEpochMilli() + "\"},\"body\":\""
                    + new String(JsonStringEncoder.getInstance().quoteAsString(message.body())) + "\"}");
            sqs.deleteMessage(request -> request.queueUrl(url).receiptHandle(message.receiptHandle()));
        }
        return invoke(queue, records);
    }

    private String invoke(String name, List<String> records) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        try {
            function.handleRequest(new ByteArrayInputStream(("{\"Records\":[" + String.join(",", records) + "]}")
                    .getBytes(StandardCharsets.UTF_8)), answer, new TestContext(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer.toString(StandardCharsets.UTF_8);
    }
}
