package dev.punctual.template.stack;

/** What a queue is for. */
public enum QueuePurpose {
    /** It feeds handlers. */
    SOURCE("", ""),
    /** Events wait in it for another attempt. */
    RETRY("Retry", "-retry"),
    /** It feeds the dead-letter function. */
    ON_FAILURE("OnFailure", "-on-failure"),
    /** It keeps dead letters. */
    DEAD_LETTER("DeadLetter", "-dead-letter");

    private final String logicalId;
    private final String suffix;

    QueuePurpose(String logicalId, String suffix) {
        this.logicalId = logicalId;
        this.suffix = suffix;
    }

    /** What the ids of such queues have between the source's name and {@code Queue}. */
    String logicalId() {
        return logicalId;
    }

    /** What the names of such queues have behind the source's name. */
    public String suffix() {
        return suffix;
    }
}
