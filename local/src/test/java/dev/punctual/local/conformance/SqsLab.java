package dev.punctual.local.conformance;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** An SQS client with queues that are deleted when the rule is through. */
final class SqsLab implements Lab {

    private final SqsClient client;
    private final List<String> queues = new ArrayList<>();

    SqsLab(URI endpoint) {
        client = SqsClient.builder().endpointOverride(endpoint).region(Region.US_EAST_1).credentialsProvider(CREDENTIALS)
                .httpClientBuilder(UrlConnectionHttpClient.builder()).build();
    }

    SqsClient client() {
        return client;
    }

    /** The URL of a queue made for the rule. */
    String queue() {
        return queue(Map.of());
    }

    String queue(Map<QueueAttributeName, String> attributes) {
        return named(Lab.freshName(), attributes);
    }

    String named(String name, Map<QueueAttributeName, String> attributes) {
        String url = client.createQueue(request -> request.queueName(name).attributes(attributes)).queueUrl();
        queues.add(url);
        return url;
    }

    void send(String queue, String body) {
        client.sendMessage(request -> request.queueUrl(queue).messageBody(body));
    }

    List<Message> receive(String queue) {
        return receive(queue, 0);
    }

    List<Message> receive(String queue, int waitSeconds) {
        return client.receiveMessage(request -> request.queueUrl(queue).maxNumberOfMessages(10).waitTimeSeconds(waitSeconds)
                .messageAttributeNames("All").messageSystemAttributeNames(MessageSystemAttributeName.ALL)).messages();
    }

    /** The only message, received. */
    Message sentAndReceived(String queue, String body) {
        send(queue, body);
        return receive(queue, 2).get(0);
    }

    String attribute(String queue, QueueAttributeName name) {
        return client.getQueueAttributes(request -> request.queueUrl(queue).attributeNames(name)).attributes().get(name);
    }

    /** How many messages are visible, in flight and delayed. */
    String counts(String queue) {
        Map<QueueAttributeName, String> all = new HashMap<>(client
                .getQueueAttributes(request -> request.queueUrl(queue).attributeNames(QueueAttributeName.ALL)).attributes());
        return all.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES) + " visible, "
                + all.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_NOT_VISIBLE) + " in flight, "
                + all.get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES_DELAYED) + " delayed";
    }

    @Override
    public void close() {
        queues.forEach(queue -> Lab.delete(() -> client.deleteQueue(request -> request.queueUrl(queue)),
                "QueueDoesNotExistException"));
        client.close();
    }
}
