package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.DELAY_SECONDS;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MAXIMUM_MESSAGE_SIZE;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.MESSAGE_RETENTION_PERIOD;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.QUEUE_ARN;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.RECEIVE_MESSAGE_WAIT_TIME_SECONDS;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.REDRIVE_POLICY;
import static software.amazon.awssdk.services.sqs.model.QueueAttributeName.VISIBILITY_TIMEOUT;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What AWS does with queues. */
final class SqsQueueRules {

    private SqsQueueRules() {
    }

    static List<Rule<SqsLab>> rules() {
        return List.of(
                rule("CreateQueue", "answers with the queue there is", true, lab -> {
                    String name = Lab.freshName();
                    return lab.named(name, Map.of(VISIBILITY_TIMEOUT, "7"))
                            .equals(lab.named(name, Map.of(VISIBILITY_TIMEOUT, "7")));
                }),
                rule("CreateQueue", "refuses other attributes than the queue has", "QueueNameExistsException", lab -> {
                    String name = Lab.freshName();
                    lab.named(name, Map.of(VISIBILITY_TIMEOUT, "7"));
                    return refusal(() -> lab.named(name, Map.of(VISIBILITY_TIMEOUT, "8")));
                }),
                rule("CreateQueue", "refuses a name with a space", "InvalidParameterValue",
                        lab -> refusal(() -> lab.named("not a name", Map.of()))),
                rule("CreateQueue", "refuses dead letters for a queue that is not there", "InvalidParameterValue",
                        lab -> refusal(() -> lab.queue(Map.of(REDRIVE_POLICY, redrive("c-unknown", 3))))),
                rule("GetQueueUrl", "answers with the URL the queue was made with", true, lab -> {
                    String name = Lab.freshName();
                    return lab.named(name, Map.of()).equals(lab.client().getQueueUrl(r -> r.queueName(name)).queueUrl());
                }),
                rule("GetQueueUrl", "refuses an unknown queue", "QueueDoesNotExistException",
                        lab -> refusal(() -> lab.client().getQueueUrl(request -> request.queueName("c-unknown")))),
                rule("ListQueues", "tells those with a prefix", true, lab -> {
                    String prefix = Lab.freshName().substring(0, 20);
                    lab.queue();
                    List<String> made = Stream.of("-a", "-b").map(end -> lab.named(prefix + end, Map.of())).toList();
                    return lab.client().listQueues(request -> request.queueNamePrefix(prefix)).queueUrls().stream().sorted()
                            .toList().equals(made);
                }),
                rule("DeleteQueue", "takes the queue away", "QueueDoesNotExistException", lab -> {
                    String queue = lab.queue();
                    lab.client().deleteQueue(request -> request.queueUrl(queue));
                    return refusal(() -> lab.receive(queue));
                }),
                rule("GetQueueAttributes", "tells the defaults", "30 s hidden, 0 s delay, 345600 s kept, 0 s wait", lab -> {
                    String queue = lab.queue();
                    return lab.attribute(queue, VISIBILITY_TIMEOUT) + " s hidden, " + lab.attribute(queue, DELAY_SECONDS)
                            + " s delay, " + lab.attribute(queue, MESSAGE_RETENTION_PERIOD) + " s kept, "
                            + lab.attribute(queue, RECEIVE_MESSAGE_WAIT_TIME_SECONDS) + " s wait";
                }),
                rule("GetQueueAttributes", "tells that messages have up to 1 MiB", "1048576",
                        lab -> lab.attribute(lab.queue(), MAXIMUM_MESSAGE_SIZE)),
                rule("GetQueueAttributes", "tells the ARN", "arn:aws:sqs:us-east-1:000000000000:", lab -> {
                    String queue = lab.queue();
                    return lab.attribute(queue, QUEUE_ARN).replace(queue.substring(queue.lastIndexOf('/') + 1), "");
                }),
                rule("GetQueueAttributes", "refuses a name that is none", "InvalidAttributeNameException", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.client().getQueueAttributes(
                            request -> request.queueUrl(queue).attributeNamesWithStrings("NoSuchAttribute")));
                }),
                rule("SetQueueAttributes", "changes an attribute", "77", lab -> {
                    String queue = lab.queue();
                    set(lab, queue, VISIBILITY_TIMEOUT, "77");
                    return lab.attribute(queue, VISIBILITY_TIMEOUT);
                }),
                rule("SetQueueAttributes", "refuses a visibility timeout above 12 h", "InvalidAttributeValueException", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> set(lab, queue, VISIBILITY_TIMEOUT, "43201"));
                }),
                rule("PurgeQueue", "deletes all messages", "0 visible, 0 in flight, 0 delayed", lab -> {
                    String queue = lab.queue();
                    lab.sentAndReceived(queue, "in flight");
                    lab.send(queue, "visible");
                    lab.client().purgeQueue(request -> request.queueUrl(queue));
                    return lab.counts(queue);
                }),
                rule("PurgeQueue", "refuses a second purge within a minute", "PurgeQueueInProgressException", lab -> {
                    String queue = lab.queue();
                    lab.client().purgeQueue(request -> request.queueUrl(queue));
                    return refusal(() -> lab.client().purgeQueue(request -> request.queueUrl(queue)));
                }));
    }

    /** A redrive policy to a queue of this name. */
    static String redrive(String name, int maxReceiveCount) {
        return "{\"deadLetterTargetArn\":\"arn:aws:sqs:us-east-1:000000000000:" + name + "\",\"maxReceiveCount\":"
                + maxReceiveCount + "}";
    }

    private static void set(SqsLab lab, String queue, QueueAttributeName name, String value) {
        lab.client().setQueueAttributes(request -> request.queueUrl(queue).attributes(Map.of(name, value)));
    }
}
