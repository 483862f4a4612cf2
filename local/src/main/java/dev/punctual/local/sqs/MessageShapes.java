package dev.punctual.local.sqs;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import com.fasterxml.jackson.annotation.JsonProperty;

import dev.punctual.testkit.queue.SentMessage;

/** The requests and responses of the operations on messages. */
final class MessageShapes {

    private MessageShapes() {
    }

    record SendMessage(@Nullable String queueUrl, @Nullable String messageBody, @Nullable Integer delaySeconds,
            @Nullable Map<String, @Nullable Attribute> messageAttributes,
            @Nullable Map<String, @Nullable Attribute> messageSystemAttributes) implements OnQueue {

        SendEntry entry() {
            return new SendEntry(null, messageBody, delaySeconds, messageAttributes, messageSystemAttributes);
        }
    }

    record SendEntry(@Nullable String id, @Nullable String messageBody, @Nullable Integer delaySeconds,
            @Nullable Map<String, @Nullable Attribute> messageAttributes,
            @Nullable Map<String, @Nullable Attribute> messageSystemAttributes) {
    }

    record SendBatch(@Nullable String queueUrl, @Nullable List<@Nullable SendEntry> entries) implements OnQueue {

        @Override
        public int entryCount() {
            return entries == null ? 0 : entries.size();
        }
    }

    record Attribute(@Nullable String dataType, @Nullable String stringValue, byte @Nullable [] binaryValue) {
    }

    record Receive(@Nullable String queueUrl, @Nullable List<String> attributeNames,
            @Nullable List<String> messageSystemAttributeNames, @Nullable List<String> messageAttributeNames,
            @Nullable Integer maxNumberOfMessages, @Nullable Integer visibilityTimeout, @Nullable Integer waitTimeSeconds)
            implements
                OnQueue {
    }

    /** The request of DeleteMessage and ChangeMessageVisibility. */
    record Receipt(@Nullable String queueUrl, @Nullable String receiptHandle, @Nullable Integer visibilityTimeout)
            implements
                OnQueue {
    }

    record ReceiptEntry(@Nullable String id, @Nullable String receiptHandle, @Nullable Integer visibilityTimeout) {
    }

    /** The request of DeleteMessageBatch and ChangeMessageVisibilityBatch. */
    record ReceiptBatch(@Nullable String queueUrl, @Nullable List<@Nullable ReceiptEntry> entries) implements OnQueue {

        @Override
        public int entryCount() {
            return entries == null ? 0 : entries.size();
        }
    }

    /** What SendMessage answers with, and each success of SendMessageBatch. */
    record Sent(@Nullable String id, String messageId, @JsonProperty("MD5OfMessageBody") String md5OfMessageBody,
            @JsonProperty("MD5OfMessageAttributes") @Nullable String md5OfMessageAttributes) {

        static Sent of(@Nullable String id, SentMessage sent) {
            return new Sent(id, sent.messageId(), sent.md5OfBody(), sent.md5OfAttributes().orElse(null));
        }
    }

    record Received(@Nullable List<Message> messages) {
    }

    record Message(String messageId, String receiptHandle, @JsonProperty("MD5OfBody") String md5OfBody, String body,
            @Nullable Map<String, String> attributes,
            @JsonProperty("MD5OfMessageAttributes") @Nullable String md5OfMessageAttributes,
            @Nullable Map<String, Attribute> messageAttributes) {
    }

    record BatchDone(@Nullable List<Object> successful, @Nullable List<Failed> failed) {
    }

    record Done(String id) {
    }

    record Failed(String id, boolean senderFault, String code, String message) {
    }
}
