package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageSystemAttributeName;

/** What AWS does when messages are received. */
final class SqsReceiveRules {

    private SqsReceiveRules() {
    }

    static List<Rule<SqsLab>> rules() {
        return List.of(
                rule("ReceiveMessage", "hides what it returns", "0 visible, 1 in flight, 0 delayed; then []", lab -> {
                    String queue = lab.queue();
                    lab.sentAndReceived(queue, "body");
                    return lab.counts(queue) + "; then " + lab.receive(queue);
                }),
                rule("ReceiveMessage", "returns it again after the visibility timeout", "2", lab -> {
                    String queue = lab.queue(Map.of(VISIBILITY_TIMEOUT, "1"));
                    lab.sentAndReceived(queue, "body");
                    return count(lab.receive(queue, 5).get(0));
                }),
                rule("ReceiveMessage", "hides for as long as the request says", "2", lab -> {
                    String queue = lab.queue();
                    lab.send(queue, "body");
                    lab.client().receiveMessage(r -> r.queueUrl(queue).visibilityTimeout(1).waitTimeSeconds(2));
                    return count(lab.receive(queue, 5).get(0));
                }),
                rule("ReceiveMessage", "tells when the message was sent and first received", "just now, just now, received 1",
                        lab -> {
                            var told = lab.sentAndReceived(lab.queue(), "body").attributes();
                            return age(told.get(MessageSystemAttributeName.SENT_TIMESTAMP)) + ", "
                                    + age(told.get(MessageSystemAttributeName.APPROXIMATE_FIRST_RECEIVE_TIMESTAMP))
                                    + ", received "
                                    + told.get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
                        }),
                rule("ReceiveMessage", "tells no attributes unless asked", "{} and {}", lab -> {
                    String queue = lab.queue();
                    lab.send(queue, "body");
                    Message message = lab.client().receiveMessage(r -> r.queueUrl(queue).waitTimeSeconds(2)).messages().get(0);
                    return message.attributes() + " and " + message.messageAttributes();
                }),
                rule("ReceiveMessage", "waits for a message", "[late] before the wait was over", SqsReceiveRules::waits),
                rule("ReceiveMessage", "waits no longer than asked", "[] after the wait", lab -> {
                    String queue = lab.queue();
                    Instant start = Instant.now();
                    List<Message> none = lab.receive(queue, 1);
                    long waited = Duration.between(start, Instant.now()).toMillis();
                    return none + (waited > 900 && waited < 5_000 ? " after the wait" : " after " + waited + " ms");
                }),
                rule("ReceiveMessage", "refuses to return eleven", "InvalidParameterValue", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.client().receiveMessage(r -> r.queueUrl(queue).maxNumberOfMessages(11)));
                }),
                rule("ReceiveMessage", "refuses to wait 21 seconds", "InvalidParameterValue", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.receive(queue, 21));
                }),
                rule("ReceiveMessage", "gives up after maxReceiveCount receives", "[] and dead: [poison]",
                        SqsReceiveRules::redrives));
    }

    private static Object waits(SqsLab lab) {
        String queue = lab.queue();
        Instant start = Instant.now();
        CompletableFuture<List<Message>> waiting = CompletableFuture.supplyAsync(() -> lab.receive(queue, 10));
        lab.send(queue, "late");
        List<String> bodies = waiting.join().stream().map(Message::body).toList();
        return bodies + (Duration.between(start, Instant.now()).toSeconds() < 8 ? " before the wait was over" : " too late");
    }

    private static Object redrives(SqsLab lab) {
        String name = Lab.freshName();
        String dead = lab.named(name, Map.of());
        String queue = lab.queue(Map.of(REDRIVE_POLICY, SqsQueueRules.redrive(name, 1)));
        Message received = lab.sentAndReceived(queue, "poison");
        lab.client().changeMessageVisibility(
                request -> request.queueUrl(queue).receiptHandle(received.receiptHandle()).visibilityTimeout(0));
        return lab.receive(queue) + " and dead: " + lab.receive(dead, 5).stream().map(Message::body).toList();
    }

    private static String count(Message message) {
        return message.attributes().get(MessageSystemAttributeName.APPROXIMATE_RECEIVE_COUNT);
    }

    private static String age(String millis) {
        Duration age = Duration.between(Instant.ofEpochMilli(Long.parseLong(millis)), Instant.now()).abs();
        return age.compareTo(Duration.ofSeconds(10)) < 0 ? "just now" : age.toString();
    }
}
