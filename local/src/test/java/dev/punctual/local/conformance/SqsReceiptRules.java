package dev.punctual.local.conformance;

import static dev.punctual.local.conformance.Lab.refusal;
import static dev.punctual.local.conformance.Rule.rule;

import java.util.List;

import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.ChangeMessageVisibilityBatchResponse;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchRequestEntry;
import software.amazon.awssdk.services.sqs.model.DeleteMessageBatchResponse;
import software.amazon.awssdk.services.sqs.model.Message;

/** What AWS does with received messages. */
final class SqsReceiptRules {

    private static final String EMPTY = "0 visible, 0 in flight, 0 delayed";
    private static final String NO_HANDLE = "no receipt handle";

    private SqsReceiptRules() {
    }

    static List<Rule<SqsLab>> rules() {
        return List.of(
                rule("DeleteMessage", "deletes a received message", EMPTY, lab -> {
                    String queue = lab.queue();
                    delete(lab, queue, lab.sentAndReceived(queue, "body").receiptHandle());
                    return lab.counts(queue);
                }),
                rule("DeleteMessage", "deletes twice without a word", "accepted", lab -> {
                    String queue = lab.queue();
                    String handle = lab.sentAndReceived(queue, "body").receiptHandle();
                    delete(lab, queue, handle);
                    return refusal(() -> delete(lab, queue, handle));
                }),
                rule("DeleteMessage", "takes the handle of a former receive", "accepted", lab -> {
                    String queue = lab.queue();
                    String former = lab.sentAndReceived(queue, "body").receiptHandle();
                    change(lab, queue, former, 0);
                    lab.receive(queue, 2);
                    return refusal(() -> delete(lab, queue, former));
                }),
                rule("DeleteMessage", "refuses a handle that is none", "ReceiptHandleIsInvalidException", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> delete(lab, queue, NO_HANDLE));
                }),
                rule("DeleteMessageBatch", "fails one entry and deletes the others",
                        "1 deleted, 1 failed: ReceiptHandleIsInvalid; " + EMPTY, lab -> {
                            String queue = lab.queue();
                            DeleteMessageBatchResponse answer = deleteBoth(lab, queue,
                                    lab.sentAndReceived(queue, "body").receiptHandle());
                            return answer.successful().size() + " deleted, " + answer.failed().size() + " failed: "
                                    + answer.failed().stream().map(failed -> failed.code()).findFirst().orElse("") + "; "
                                    + lab.counts(queue);
                        }),
                rule("ChangeMessageVisibility", "shows a message at once at zero", "[body]", lab -> {
                    String queue = lab.queue();
                    change(lab, queue, lab.sentAndReceived(queue, "body").receiptHandle(), 0);
                    return lab.receive(queue, 2).stream().map(Message::body).toList();
                }),
                rule("ChangeMessageVisibility", "refuses more than 12 h", "InvalidParameterValue", lab -> {
                    String queue = lab.queue();
                    String handle = lab.sentAndReceived(queue, "body").receiptHandle();
                    return refusal(() -> change(lab, queue, handle, 43_201));
                }),
                rule("ChangeMessageVisibility", "refuses a message that is not in flight", "MessageNotInflightException",
                        lab -> {
                            String queue = lab.queue();
                            String handle = lab.sentAndReceived(queue, "body").receiptHandle();
                            change(lab, queue, handle, 0);
                            return refusal(() -> change(lab, queue, handle, 30));
                        }),
                rule("ChangeMessageVisibility", "refuses a handle that is none", "ReceiptHandleIsInvalidException", lab -> {
                    String queue = lab.queue();
                    return refusal(() -> change(lab, queue, NO_HANDLE, 30));
                }),
                rule("ChangeMessageVisibilityBatch", "fails one entry and changes the others",
                        "1 changed, 1 failed; 1 visible, 0 in flight, 0 delayed", lab -> {
                            String queue = lab.queue();
                            ChangeMessageVisibilityBatchResponse answer = changeBoth(lab, queue,
                                    lab.sentAndReceived(queue, "body").receiptHandle());
                            return answer.successful().size() + " changed, " + answer.failed().size() + " failed; "
                                    + lab.counts(queue);
                        }));
    }

    private static void delete(SqsLab lab, String queue, String handle) {
        lab.client().deleteMessage(request -> request.queueUrl(queue).receiptHandle(handle));
    }

    private static DeleteMessageBatchResponse deleteBoth(SqsLab lab, String queue, String handle) {
        return lab.client().deleteMessageBatch(request -> request.queueUrl(queue).entries(
                DeleteMessageBatchRequestEntry.builder().id("good").receiptHandle(handle).build(),
                DeleteMessageBatchRequestEntry.builder().id("bad").receiptHandle(NO_HANDLE).build()));
    }

    private static void change(SqsLab lab, String queue, String handle, int seconds) {
        lab.client().changeMessageVisibility(
                request -> request.queueUrl(queue).receiptHandle(handle).visibilityTimeout(seconds));
    }

    private static ChangeMessageVisibilityBatchResponse changeBoth(SqsLab lab, String queue, String handle) {
        return lab.client().changeMessageVisibilityBatch(request -> request.queueUrl(queue).entries(
                ChangeMessageVisibilityBatchRequestEntry.builder().id("good").receiptHandle(handle).visibilityTimeout(0)
                        .build(),
                ChangeMessageVisibilityBatchRequestEntry.builder().id("bad").receiptHandle(NO_HANDLE).visibilityTimeout(0)
                        .build()));
    }
}
