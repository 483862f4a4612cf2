package dev.punctual.testkit.stream;

import java.util.Optional;

/**
 * A shard as it stood when asked.
 *
 * @param parentId the shard this one came from by a split or merge
 * @param adjacentParentId the other shard of a merge
 * @param endingSequenceNumber present once the shard is closed
 */
public record ShardDescription(String id, HashKeyRange hashKeys, String startingSequenceNumber,
        Optional<String> endingSequenceNumber, Optional<String> parentId, Optional<String> adjacentParentId) {

    /** Whether records can be put to the shard. */
    public boolean isOpen() {
        return endingSequenceNumber.isEmpty();
    }
}
