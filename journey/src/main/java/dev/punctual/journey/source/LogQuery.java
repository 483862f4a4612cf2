package dev.punctual.journey.source;

/** The question that CloudWatch Logs Insights answers with the steps of a journey. */
public final class LogQuery {

    /** What stands in the saved query for the id that one asks for. */
    public static final String PLACEHOLDER = "CORRELATION-ID";

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
