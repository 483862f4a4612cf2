package dev.punctual.event;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A correlation as extension attributes of a CloudEvent, on their way in: put one by one as they are met; not safe for use
 * by several threads.
 *
 * <p>
 * {@code correlationid}, {@code causationid}, {@code chainlength}, {@code correlationdebug}, {@code traceparent} and
 * {@code tracestate}, and {@code xcorrelation…} for what applications carry along. CloudEvents' names have no hyphens; a
 * header or message attribute may have them: {@code x-correlation-…}, of which {@code x-correlation-id} is the id.
 *
 * @see <a href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/extensions/distributed-tracing.md">CloudEvents
 *      distributed tracing</a>
 */
public final class CorrelationAttributes {

    private static final String ID = "correlationid";
    private static final String CAUSATION_ID = "causationid";
    private static final String CHAIN_LENGTH = "chainlength";
    private static final String DEBUG = "correlationdebug";
    private static final String TRACEPARENT = "traceparent";
    private static final String TRACESTATE = "tracestate";
    private static final String CARRIED = "xcorrelation";
    private static final String HEADER = "x-correlation-";
    private static final String LONGEST_CHAIN = String.valueOf(Integer.MAX_VALUE);

    private String correlationId = "";
    private String causationId = "";
    private int chainLength;
    private boolean debug;
    private String traceparent = "";
    private String tracestate = "";
    private Map<String, String> values = Map.of();
    private boolean any;

    /** Whether an attribute of this name says something of the correlation; others need not be put. */
    public static boolean isOne(String name) {
        return switch (name) {
            case ID, CAUSATION_ID, CHAIN_LENGTH, DEBUG, TRACEPARENT, TRACESTATE -> true;
            default -> name.startsWith(CARRIED) || name.startsWith(HEADER);
        };
    }

    /**
     * Takes an attribute; one that is not of a correlation, or whose value is none, changes nothing.
     *
     * @param name in lower case
     */
    public void put(String name, String value) {
        if (value.isEmpty()) {
            return;
        }
        switch (name) {
            case ID -> correlationId = value;
            case CAUSATION_ID -> causationId = value;
            case CHAIN_LENGTH -> chainLength = number(value);
            case DEBUG -> debug = value.equals("true");
            case TRACEPARENT -> traceparent = value;
            case TRACESTATE -> tracestate = value;
            default -> carry(name, value);
        }
        any = true;
    }

    private void carry(String name, String value) {
        if (name.startsWith(CARRIED)) {
            carried(name.substring(CARRIED.length()), value);
        } else if (name.startsWith(HEADER)) {
            carried(name.substring(HEADER.length()).replace("-", ""), value);
        }
    }

    private void carried(String name, String value) {
        if (name.equals("id")) {
            correlationId = correlationId.isEmpty() ? value : correlationId;
        } else if (isName(name)) {
            values = values.isEmpty() ? new LinkedHashMap<>() : values;
            values.put(name, value);
        }
    }

    /** What CloudEvents takes for the name of an attribute. */
    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.chars().allMatch(letter -> letter >= 'a' && letter <= 'z' || letter >= '0' && letter <= '9');
    }

    /** Nothing negative; what is too large for a chain's length is the longest there is. */
    private static int number(String value) {
        if (!value.chars().allMatch(digit -> digit >= '0' && digit <= '9')) {
            return 0;
        }
        boolean tooLong = value.length() > LONGEST_CHAIN.length()
                || value.length() == LONGEST_CHAIN.length() && value.compareTo(LONGEST_CHAIN) > 0;
        return tooLong ? Integer.MAX_VALUE : Integer.parseInt(value);
    }

    /** What was put so far. */
    public Correlation correlation() {
        return any ? new Correlation(correlationId, causationId, chainLength, debug, TraceContext.of(traceparent, tracestate),
                values) : Correlation.NONE;
    }

    /** The attributes of a correlation, in an order that stays; those that say nothing are left out. */
    public static Map<String, String> of(Correlation correlation) {
        Map<String, String> attributes = new LinkedHashMap<>();
        add(ID, correlation.correlationId(), attributes);
        add(CAUSATION_ID, correlation.causationId(), attributes);
        if (correlation.chainLength() > 0) {
            attributes.put(CHAIN_LENGTH, String.valueOf(correlation.chainLength()));
        }
        if (correlation.debug()) {
            attributes.put(DEBUG, "true");
        }
        add(TRACEPARENT, correlation.trace().traceparent(), attributes);
        add(TRACESTATE, correlation.trace().tracestate(), attributes);
        correlation.values().forEach((name, value) -> attributes.put(CARRIED + name, value));
        return attributes;
    }

    private static void add(String name, String value, Map<String, String> to) {
        if (!value.isEmpty()) {
            to.put(name, value);
        }
    }
}
