package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.MessageAttributeValue;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchResponse;

/** What AWS does with messages that are sent; the SDK itself checks the MD5 of bodies and attributes. */
final class SqsSendRules {

    private static final String ILLEGAL = "a\u0000b";

    private SqsSendRules() {
    }

    static List<Rule<SqsLab>> rules() {
        return List.of(
                rule("SendMessage", "carries any text", "grüße 😀\n\t<&>",
                        lab -> lab.sentAndReceived(lab.queue(), "grüße 😀\n\t<&>").body()),
                rule("SendMessage", "carries attributes", "text, 4.2, [-1, 0]", SqsSendRules::attributes),
                rule("SendMessage", "takes 1 MiB", "accepted", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.send(queue, "x".repeat(1 << 20)));
                }),
                rule("SendMessage", "refuses more than 1 MiB", "InvalidParameterValue", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.send(queue, "x".repeat((1 << 20) + 1)));
                }),
                rule("SendMessage", "refuses characters that XML has not", "InvalidMessageContentsException", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.send(queue, ILLEGAL));
                }),
                rule("SendMessage", "refuses an empty body", "MissingParameter", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> lab.send(queue, ""));
                }),
                rule("SendMessage", "hides a message for its delay", "0 visible, 0 in flight, 1 delayed", lab -> {
                    String queue = lab.queue();
                    sendDelayed(lab, queue, 30);
                    return lab.counts(queue);
                }),
                rule("SendMessage", "shows a message after its delay", "[later]", lab -> {
                    String queue = lab.queue();
                    sendDelayed(lab, queue, 1);
                    return lab.receive(queue, 5).stream().map(Message::body).toList();
                }),
                rule("SendMessage", "refuses a delay above 15 minutes", "InvalidParameterValue", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> sendDelayed(lab, queue, 901));
                }),
                rule("SendMessage", "refuses an unknown queue", "QueueDoesNotExistException",
                        lab -> refusal(() -> lab.send(lab.queue() + "x", "body"))),
                rule("SendMessageBatch", "sends ten", "10 sent, 0 failed", lab -> told(batch(lab, ids(10)))),
                rule("SendMessageBatch", "fails one entry and sends the others", "1 sent, 1 failed: InvalidMessageContents",
                        lab -> {
                            String queue = lab.queue();
                            SendMessageBatchResponse answer = lab.client().sendMessageBatch(request -> request.queueUrl(queue)
                                    .entries(entry("good", "good"), entry("bad", ILLEGAL)));
                            return told(answer) + ": " + answer.failed().get(0).code();
                        }),
                rule("SendMessageBatch", "refuses none", "EmptyBatchRequestException",
                        lab -> refusal(() -> batch(lab, List.of()))),
                rule("SendMessageBatch", "refuses eleven", "TooManyEntriesInBatchRequestException",
                        lab -> refusal(() -> batch(lab, ids(11)))),
                rule("SendMessageBatch", "refuses an id given twice", "BatchEntryIdsNotDistinctException",
                        lab -> refusal(() -> batch(lab, List.of("a", "a")))),
                rule("SendMessageBatch", "refuses an id with a space", "InvalidBatchEntryIdException",
                        lab -> refusal(() -> batch(lab, List.of("a b")))),
                rule("SendMessageBatch", "refuses more than 1 MiB in all", "BatchRequestTooLongException", lab -> {
                    String queue = lab.queue();
                    String half = "x".repeat((1 << 19) + 1);
                    return refusal(() -> lab.client().sendMessageBatch(
                            request -> request.queueUrl(queue).entries(entry("a", half), entry("b", half))));
                }));
    }

    private static Object attributes(SqsLab lab) {
        String queue = lab.queue();
        lab.client().sendMessage(request -> request.queueUrl(queue).messageBody("body").messageAttributes(Map.of(
                "s", MessageAttributeValue.builder().dataType("String").stringValue("text").build(),
                "n", MessageAttributeValue.builder().dataType("Number").stringValue("4.2").build(),
                "b", MessageAttributeValue.builder().dataType("Binary")
                        .binaryValue(SdkBytes.fromByteArray(new byte[] { -1, 0 })).build())));
        Map<String, MessageAttributeValue> got = lab.receive(queue, 2).get(0).messageAttributes();
        return got.get("s").stringValue() + ", " + got.get("n").stringValue() + ", "
                + Arrays.toString(got.get("b").binaryValue().asByteArray());
    }

    private static void sendDelayed(SqsLab lab, String queue, int seconds) {
        lab.client().sendMessage(request -> request.queueUrl(queue).messageBody("later").delaySeconds(seconds));
    }

    private static SendMessageBatchResponse batch(SqsLab lab, List<String> ids) {
        String queue = lab.queue();
        List<SendMessageBatchRequestEntry> entries = ids.stream().map(id -> entry(id, "body")).toList();
        return lab.client().sendMessageBatch(request -> request.queueUrl(queue).entries(entries));
    }

    private static SendMessageBatchRequestEntry entry(String id, String body) {
        return SendMessageBatchRequestEntry.builder().id(id).messageBody(body).build();
    }

    private static List<String> ids(int count) {
        return IntStream.range(0, count).mapToObj(i -> "id" + i).toList();
    }

    private static String told(SendMessageBatchResponse answer) {
        return answer.successful().size() + " sent, " + answer.failed().size() + " failed";
    }
}
