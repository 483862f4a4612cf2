package dev.punctual.testkit.queue;

import dev.punctual.testkit.aws.AwsException;

/** A refusal of the queue model, one sub-class per error code of Amazon SQS. */
public abstract sealed class SqsException extends AwsException {

    private static final long serialVersionUID = 1L;

    private final String queryCode;

    private SqsException(String code, String queryCode, String message) {
        super(code, message, 400);
        this.queryCode = queryCode;
    }

    /** The code of SQS' older query protocol, which the {@code x-amzn-query-error} header carries. */
    public final String queryCode() {
        return queryCode;
    }

    /** No queue of this name. */
    public static final class QueueDoesNotExist extends SqsException {
        private static final long serialVersionUID = 1L;

        QueueDoesNotExist(String message) {
            super("QueueDoesNotExist", "AWS.SimpleQueueService.NonExistentQueue", message);
        }
    }

    /** A queue of this name exists, with other attributes. */
    public static final class QueueNameExists extends SqsException {
        private static final long serialVersionUID = 1L;

        QueueNameExists(String message) {
            super("QueueNameExists", "QueueAlreadyExists", message);
        }
    }

    /** An attribute has no such name. */
    public static final class InvalidAttributeName extends SqsException {
        private static final long serialVersionUID = 1L;

        InvalidAttributeName(String message) {
            super("InvalidAttributeName", "InvalidAttributeName", message);
        }
    }

    /** An attribute's value is out of its range. */
    public static final class InvalidAttributeValue extends SqsException {
        private static final long serialVersionUID = 1L;

        InvalidAttributeValue(String message) {
            super("InvalidAttributeValue", "InvalidAttributeValue", message);
        }
    }

    /** A parameter is out of its range. */
    public static final class InvalidParameterValue extends SqsException {
        private static final long serialVersionUID = 1L;

        InvalidParameterValue(String message) {
            super("InvalidParameterValue", "InvalidParameterValue", message);
        }
    }

    /** A parameter that must be there is not. */
    public static final class MissingParameter extends SqsException {
        private static final long serialVersionUID = 1L;

        MissingParameter(String message) {
            super("MissingParameter", "MissingParameter", message);
        }
    }

    /** A body or attribute holds characters that XML 1.0 does not allow. */
    public static final class InvalidMessageContents extends SqsException {
        private static final long serialVersionUID = 1L;

        InvalidMessageContents(String message) {
            super("InvalidMessageContents", "InvalidMessageContents", message);
        }
    }

    /** A receipt handle was not given out by the queue. */
    public static final class ReceiptHandleIsInvalid extends SqsException {
        private static final long serialVersionUID = 1L;

        ReceiptHandleIsInvalid(String message) {
            super("ReceiptHandleIsInvalid", "ReceiptHandleIsInvalid", message);
        }
    }

    /** The message is not in flight for this receipt handle. */
    public static final class MessageNotInflight extends SqsException {
        private static final long serialVersionUID = 1L;

        MessageNotInflight(String message) {
            super("MessageNotInflight", "AWS.SimpleQueueService.MessageNotInflight", message);
        }
    }

    /** A batch without entries. */
    public static final class EmptyBatchRequest extends SqsException {
        private static final long serialVersionUID = 1L;

        EmptyBatchRequest(String message) {
            super("EmptyBatchRequest", "AWS.SimpleQueueService.EmptyBatchRequest", message);
        }
    }

    /** A batch of more than ten entries. */
    public static final class TooManyEntriesInBatchRequest extends SqsException {
        private static final long serialVersionUID = 1L;

        TooManyEntriesInBatchRequest(String message) {
            super("TooManyEntriesInBatchRequest", "AWS.SimpleQueueService.TooManyEntriesInBatchRequest", message);
        }
    }

    /** Two entries of a batch have the same id. */
    public static final class BatchEntryIdsNotDistinct extends SqsException {
        private static final long serialVersionUID = 1L;

        BatchEntryIdsNotDistinct(String message) {
            super("BatchEntryIdsNotDistinct", "AWS.SimpleQueueService.BatchEntryIdsNotDistinct", message);
        }
    }

    /** The id of a batch's entry is too long or has characters that are not allowed. */
    public static final class InvalidBatchEntryId extends SqsException {
        private static final long serialVersionUID = 1L;

        InvalidBatchEntryId(String message) {
            super("InvalidBatchEntryId", "AWS.SimpleQueueService.InvalidBatchEntryId", message);
        }
    }

    /** The messages of a batch are too long in all. */
    public static final class BatchRequestTooLong extends SqsException {
        private static final long serialVersionUID = 1L;

        BatchRequestTooLong(String message) {
            super("BatchRequestTooLong", "AWS.SimpleQueueService.BatchRequestTooLong", message);
        }
    }

    /** The queue was purged less than a minute ago. */
    public static final class PurgeQueueInProgress extends SqsException {
        private static final long serialVersionUID = 1L;

        PurgeQueueInProgress(String message) {
            super("PurgeQueueInProgress", "AWS.SimpleQueueService.PurgeQueueInProgress", message);
        }
    }

    /** Too many messages are in flight. */
    public static final class OverLimit extends SqsException {
        private static final long serialVersionUID = 1L;

        OverLimit(String message) {
            super("OverLimit", "OverLimit", message);
        }
    }

    /** A throttle was ordered. */
    public static final class RequestThrottled extends SqsException {
        private static final long serialVersionUID = 1L;

        RequestThrottled(String message) {
            super("RequestThrottled", "RequestThrottled", message);
        }
    }

    /** SQS offers it, the model does not. */
    public static final class UnsupportedOperation extends SqsException {
        private static final long serialVersionUID = 1L;

        UnsupportedOperation(String message) {
            super("UnsupportedOperation", "AWS.SimpleQueueService.UnsupportedOperation", message);
        }
    }
}
