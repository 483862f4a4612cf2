package dev.punctual.testkit.mapping;

import java.util.List;
import java.util.Optional;

/** What to do with a batch of a stream after an invocation. */
sealed interface Verdict {

    /** All of it is handled. */
    record Done() implements Verdict {
    }

    /** These batches come next, in this order, before anything else of their lane; what they leave out is handled. */
    record TryAgain(List<StreamBatch> batches) implements Verdict {
    }

    /**
     * This batch is given up; what it leaves out of the one that was sent is handled.
     *
     * @param functionError as the on-failure destination is told
     */
    record GiveUp(StreamBatch batch, Optional<String> functionError) implements Verdict {
    }
}
