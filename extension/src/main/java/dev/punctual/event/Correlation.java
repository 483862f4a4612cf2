package dev.punctual.event;

import java.util.Map;

/**
 * Where an event stands among those of its business transaction; immutable.
 *
 * @param correlationId the id that the events of one business transaction share, or an empty string where the event came
 *        without one
 * @param causationId the id of the event whose handler published this one, or an empty string
 * @param chainLength how many events led to this one, each published by the handler of the one before: 0 for the first
 * @param debug whether what is logged while events of this chain are handled is logged in detail
 * @param trace its place in a distributed trace
 * @param values what an application wants carried along, by name: lower-case letters and digits; not copied
 */
public record Correlation(String correlationId, String causationId, int chainLength, boolean debug, TraceContext trace,
        Map<String, String> values) {

    /** That of an event that says nothing of it. */
    public static final Correlation NONE = new Correlation("", "", 0, false, TraceContext.NONE, Map.of());

    /** One that has an id and nothing else; empty for {@link #NONE}. */
    public static Correlation of(String correlationId) {
        return correlationId.isEmpty() ? NONE : NONE.withCorrelationId(correlationId);
    }

    /** The same, with another id. */
    public Correlation withCorrelationId(String id) {
        return new Correlation(id, causationId, chainLength, debug, trace, values);
    }

    /** The same, with the id of its event where it had none. */
    public Correlation orOf(String eventId) {
        return correlationId.isEmpty() ? withCorrelationId(eventId) : this;
    }

    /** The same, with what another one says where this one says nothing. */
    public Correlation or(Correlation other) {
        if (other.equals(NONE)) {
            return this;
        }
        if (equals(NONE)) {
            return other;
        }
        return new Correlation(correlationId.isEmpty() ? other.correlationId : correlationId,
                causationId.isEmpty() ? other.causationId : causationId, Math.max(chainLength, other.chainLength),
                debug || other.debug, trace.isNone() ? other.trace : trace, values.isEmpty() ? other.values : values);
    }

    /** The same, at another place of a trace; where there is none, at its own. */
    public Correlation at(TraceContext place) {
        return place.isNone() ? this : new Correlation(correlationId, causationId, chainLength, debug, place, values);
    }

    /**
     * That of an event which the handler of this one publishes.
     *
     * @param eventId the id of the event that this one belongs to
     */
    public Correlation next(String eventId) {
        return new Correlation(correlationId.isEmpty() ? eventId : correlationId, eventId,
                Math.max(chainLength, chainLength + 1),
                debug, trace, values);
    }
}
