package dev.punctual.testkit.stream;

/** What became of one record that was put; in a batch, some may fail while others are stored. */
public sealed interface PutResult {

    /** The record is stored. */
    record Stored(String shardId, String sequenceNumber) implements PutResult {
    }

    /**
     * The record is not stored; put it again.
     *
     * @param errorCode such as {@code ProvisionedThroughputExceededException} or {@code InternalFailure}
     */
    record Failed(String errorCode, String errorMessage) implements PutResult {
    }
}
