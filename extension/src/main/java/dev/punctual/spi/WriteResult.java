package dev.punctual.spi;

/** What became of one record that was to be put on a stream. */
public sealed interface WriteResult {

    /**
     * The stream has it, durably.
     *
     * @param shardId where, or an empty string where that is not known
     */
    record Accepted(String shardId) implements WriteResult {
    }

    /**
     * The stream may not have it.
     *
     * @param why in a sentence, without payload data
     * @param transitory whether the same record may be accepted later, as after throttling
     */
    record Refused(String why, boolean transitory) implements WriteResult {
    }
}
