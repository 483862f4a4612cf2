package dev.punctual.local.conformance;

import java.util.List;
import java.util.stream.Stream;

/** All differences that were seen; by AWS's documentation each is the target's, not ours. */
final class KnownDifferences {

    static final List<KnownDifference> ALL = Stream
            .concat(of(Targets.KINESIS_LOCAL, kinesisLocal()), of(Targets.ELASTICMQ, elasticMq())).toList();

    private KnownDifferences() {
    }

    private static List<Difference> kinesisLocal() {
        return List.of(
                differs("UpdateShardCount", "halves at most", "LimitExceededException", "InvalidArgumentException"),
                differs("UpdateShardCount", "doubles at most", "LimitExceededException", "InvalidArgumentException"),
                differs("PutRecord", "refuses a record without partition key", "ValidationException", "SerializationException"),
                differs("PutRecord", "refuses a partition key of 257 characters", "ValidationException",
                        "InvalidArgumentException"),
                differs("PutRecords", "refuses 501 records", "ValidationException", "accepted"),
                differs("GetShardIterator", "refuses a timestamp in the future", "InvalidArgumentException", "accepted"),
                differs("GetRecords", "refuses to return 10,001", "ValidationException", "InvalidArgumentException"),
                differs("GetRecords", "refuses an iterator that is none", "InvalidArgumentException", "HTTP 500"));
    }

    private static List<Difference> elasticMq() {
        return List.of(
                differs("CreateQueue", "refuses a name with a space", "InvalidParameterValue", "InvalidAttributeNameException"),
                differs("CreateQueue", "refuses dead letters for a queue that is not there", "InvalidParameterValue",
                        "QueueDoesNotExistException"),
                differs("GetQueueAttributes", "tells the defaults", "30 s hidden, 0 s delay, 345600 s kept, 0 s wait",
                        "30 s hidden, 0 s delay, null s kept, 0 s wait"),
                differs("GetQueueAttributes", "tells that messages have up to 1 MiB", "1048576", "null"),
                differs("GetQueueAttributes", "refuses a name that is none", "InvalidAttributeNameException", "accepted"),
                differs("SetQueueAttributes", "refuses a visibility timeout above 12 h", "InvalidAttributeValueException",
                        "accepted"),
                differs("PurgeQueue", "refuses a second purge within a minute", "PurgeQueueInProgressException", "accepted"),
                differs("SendMessage", "refuses more than 1 MiB", "InvalidParameterValue", "InvalidAttributeValueException"),
                differs("SendMessage", "refuses characters that XML has not", "InvalidMessageContentsException",
                        "InvalidAttributeValueException"),
                differs("SendMessage", "refuses an empty body", "MissingParameter", "InvalidAttributeValueException"),
                differs("SendMessageBatch", "fails one entry and sends the others", "1 sent, 1 failed: InvalidMessageContents",
                        "1 sent, 1 failed: InvalidAttributeValue"),
                differs("SendMessageBatch", "refuses none", "EmptyBatchRequestException", "accepted"),
                differs("SendMessageBatch", "refuses an id with a space", "InvalidBatchEntryIdException", "accepted"),
                differs("SendMessageBatch", "refuses more than 1 MiB in all", "BatchRequestTooLongException",
                        "InvalidAttributeValueException"),
                differs("ReceiveMessage", "refuses to return eleven", "InvalidParameterValue",
                        "InvalidAttributeValueException"),
                differs("ReceiveMessage", "refuses to wait 21 seconds", "InvalidParameterValue",
                        "InvalidAttributeValueException"),
                differs("DeleteMessage", "deletes twice without a word", "accepted", "ReceiptHandleIsInvalidException"),
                differs("DeleteMessage", "takes the handle of a former receive", "accepted", "ReceiptHandleIsInvalidException"),
                differs("ChangeMessageVisibility", "refuses more than 12 h", "InvalidParameterValue", "accepted"),
                differs("ChangeMessageVisibility", "refuses a message that is not in flight", "MessageNotInflightException",
                        "accepted"));
    }

    private static Stream<KnownDifference> of(String target, List<Difference> differences) {
        return differences.stream().map(difference -> new KnownDifference(target, difference.operation, difference.rule,
                difference.aws, difference.seen));
    }

    private static Difference differs(String operation, String rule, String aws, String seen) {
        return new Difference(operation, rule, aws, seen);
    }

    private record Difference(String operation, String rule, String aws, String seen) {
    }
}
