package dev.punctual.journey.source;

/** Questions that CloudWatch Logs Insights answers from the steps that functions write. */
public final class LogQuery {

    /** What stands in the saved query for the id that one asks for. */
    public static final String PLACEHOLDER = "CORRELATION-ID";

    /** How many dead letters there are of each cause, and when the last of each died. */
    public static final String DEAD_LETTERS = """
            filter punctual = "step" and step = "dead-letter"
            | stats count(*) as letters, max(@timestamp) as latest, latest(correlationId) as example by fingerprint, reason, handler
            | sort letters desc
            | limit 100""";

    private LogQuery() {
    }

    /**
     * The query for one journey.
     *
     * @param correlationId its id
     */
    public static String of(String correlationId) {
        return "fields @timestamp, @message\n| filter punctual = \"step\" and correlationId = \""
                + correlationId.replace("\\", "\\\\").replace("\"", "\\\"") + "\"\n| sort @timestamp asc\n| limit 10000";
    }
}
