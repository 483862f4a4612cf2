package dev.punctual;

import java.util.List;

/**
 * Not all events could be published. In a handler that lets it through, the attempt has failed, and is made again as
 * {@link RetryWithin} says.
 */
public class PublishException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** The ids, in the order of publication. */
    private final transient List<String> accepted;
    private final transient List<String> notAccepted;

    /**
     * @param message what refused them, without payload data
     * @param accepted the ids of those that Kinesis has
     * @param notAccepted the ids of those that it may not have
     */
    public PublishException(String message, List<String> accepted, List<String> notAccepted) {
        super(message);
        this.accepted = List.copyOf(accepted);
        this.notAccepted = List.copyOf(notAccepted);
    }

    /** The ids of the events that Kinesis has, of those that were published together. */
    public List<String> accepted() {
        return accepted;
    }

    /** The ids of the events that Kinesis may not have: nothing sends them again, and an answer may have got lost. */
    public List<String> notAccepted() {
        return notAccepted;
    }
}
