package dev.punctual.template.application;

/** The functions of an application, all of one artefact. */
public enum FunctionRole {

    /** The first attempts of events, fed by streams and queues. */
    STREAM("stream", "Stream"),
    /** Later attempts, fed by retry queues. */
    RETRY("retry", "Retry"),
    /** Completes and tells of dead letters, fed by on-failure queues. */
    DEAD_LETTER("dead-letter", "DeadLetter");

    private final String text;
    private final String logicalId;

    FunctionRole(String text, String logicalId) {
        this.text = text;
        this.logicalId = logicalId;
    }

    /** As configuration and names of functions write it, such as {@code dead-letter}. */
    public String text() {
        return text;
    }

    /** As the ids of resources in templates begin, such as {@code DeadLetter}. */
    public String logicalId() {
        return logicalId;
    }
}
