package dev.punctual.testkit.queue;

/**
 * What became of one entry of a batch request, in which some may fail while others succeed.
 *
 * @param <T> what a success tells; {@link Done} if nothing
 */
public sealed interface BatchResult<T> {

    /** The entry's id in the request. */
    String id();

    /** The entry is done. */
    record Success<T>(String id, T value) implements BatchResult<T> {
    }

    /**
     * The entry is not done.
     *
     * @param code AWS's error code
     * @param senderFault whether to send it again as it stands is of no use
     */
    record Failure<T>(String id, String code, String message, boolean senderFault) implements BatchResult<T> {
    }

    /** A success that tells nothing more. */
    enum Done {
        DONE
    }
}
