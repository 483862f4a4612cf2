package dev.punctual.event;

/**
 * A place in a distributed trace, as W3C writes it; immutable.
 *
 * @param traceparent {@code 00-} trace id {@code -} parent id {@code -} flags, in lower-case hexadecimal, or an empty string
 * @param tracestate what tracing systems say of it, or an empty string; not looked into
 * @see <a href="https://www.w3.org/TR/trace-context/">Trace Context</a>
 */
public record TraceContext(String traceparent, String tracestate) {

    /** No place. */
    public static final TraceContext NONE = new TraceContext("", "");

    private static final int TRACE_ID = 3;
    private static final int PARENT_ID = 36;
    private static final int FLAGS = 53;
    private static final int LENGTH = 55;

    /**
     * The place that headers tell, or {@link #NONE} where they tell none: one that is not well-formed is to be left alone, as
     * the specification has it.
     */
    public static TraceContext of(String traceparent, String tracestate) {
        return isWellFormed(traceparent) ? new TraceContext(traceparent, tracestate) : NONE;
    }

    /** Whether there is none. */
    public boolean isNone() {
        return traceparent.isEmpty();
    }

    /** The trace's id, 32 digits, or an empty string. */
    public String traceId() {
        return isNone() ? "" : traceparent.substring(TRACE_ID, PARENT_ID - 1);
    }

    /** The id of the span that is the parent, 16 digits, or an empty string. */
    public String parentId() {
        return isNone() ? "" : traceparent.substring(PARENT_ID, FLAGS - 1);
    }

    /** The trace's flags, two digits of which the last bit says whether it is recorded, or an empty string. */
    public String flags() {
        return isNone() ? "" : traceparent.substring(FLAGS, LENGTH);
    }

    /** Versions from the future may be longer; what this one knows stands in front. */
    private static boolean isWellFormed(String text) {
        boolean known = text.length() == LENGTH
                || text.length() > LENGTH && text.charAt(LENGTH) == '-' && !text.startsWith("00");
        return known && isHex(text, 0, TRACE_ID - 1) && !text.startsWith("ff")
                && isId(text, TRACE_ID, PARENT_ID - 1) && isId(text, PARENT_ID, FLAGS - 1) && isHex(text, FLAGS, LENGTH)
                && text.charAt(TRACE_ID - 1) == '-' && text.charAt(PARENT_ID - 1) == '-' && text.charAt(FLAGS - 1) == '-';
    }

    private static boolean isHex(String text, int from, int to) {
        for (int i = from; i < to; i++) {
            char digit = text.charAt(i);
            if ((digit < '0' || digit > '9') && (digit < 'a' || digit > 'f')) {
                return false;
            }
        }
        return true;
    }

    /** All zeros are no id. */
    private static boolean isId(String text, int from, int to) {
        return isHex(text, from, to) && !text.substring(from, to).chars().allMatch(digit -> digit == '0');
    }
}
