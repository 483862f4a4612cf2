package dev.punctual.local.kinesis;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.wire.Constraints;
import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.stream.IteratorPosition;

/** Reads where an iterator is to start. */
final class IteratorPositions {

    private IteratorPositions() {
    }

    static IteratorPosition of(RecordShapes.GetShardIterator in) {
        String type = Constraints.required(in.shardIteratorType(), "shardIteratorType");
        return switch (type) {
            case "TRIM_HORIZON" -> new IteratorPosition.TrimHorizon();
            case "LATEST" -> new IteratorPosition.Latest();
            case "AT_SEQUENCE_NUMBER" -> new IteratorPosition.AtSequenceNumber(
                    needed(in.startingSequenceNumber(), "StartingSequenceNumber", type));
            case "AFTER_SEQUENCE_NUMBER" -> new IteratorPosition.AfterSequenceNumber(
                    needed(in.startingSequenceNumber(), "StartingSequenceNumber", type));
            case "AT_TIMESTAMP" -> new IteratorPosition.AtTimestamp(needed(in.timestamp(), "Timestamp", type));
            default -> throw Constraints.violated("'" + type + "'", "shardIteratorType", "Member must satisfy enum value set:"
                    + " [AFTER_SEQUENCE_NUMBER, LATEST, AT_TIMESTAMP, AT_SEQUENCE_NUMBER, TRIM_HORIZON]");
        };
    }

    private static <T> T needed(@Nullable T value, String member, String type) {
        if (value == null) {
            throw new AwsException("InvalidArgumentException",
                    "Must specify " + member + " parameter for ShardIteratorType " + type + ".", 400);
        }
        return value;
    }
}
