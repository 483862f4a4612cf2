package dev.punctual.spi;

import java.util.List;

/** Puts records on streams; safe for use by several threads. */
public interface StreamWriter {

    /**
     * Puts records on a stream, as Kinesis's {@code PutRecords} does: some may be accepted while others are not, and their
     * order is not kept.
     *
     * @param entries 1 to 500, 10 MiB at most with their keys
     * @return what became of each, in their order; a call that failed as a whole refuses all. An exception counts as that, too,
     *         and as transitory
     */
    List<WriteResult> write(String stream, List<StreamEntry> entries);

    /**
     * The stream's open shards, as they are now.
     *
     * @return an empty list where they cannot be told
     */
    List<ShardRange> shards(String stream);
}
