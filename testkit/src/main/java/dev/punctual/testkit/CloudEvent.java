package dev.punctual.testkit;

/**
 * An event to put in a CloudEvents 1.0 envelope, structured mode.
 *
 * @param type what handlers choose events by
 * @param data written as JSON; a {@code byte[]} as {@code data_base64}
 * @param id the event's own id; left empty, each put event gets one
 * @param correlationId the id of its business transaction, or an empty string for none
 */
public record CloudEvent(String type, Object data, String id, String correlationId) {

    /** An event with an id of its own and no correlation id. */
    public static CloudEvent of(String type, Object data) {
        return new CloudEvent(type, data, "", "");
    }

    /** The same event with an id: put twice, it is the same event to whoever goes by ids. */
    public CloudEvent withId(String newId) {
        return new CloudEvent(type, data, newId, correlationId);
    }

    /** The same event with a correlation id. */
    public CloudEvent withCorrelationId(String newCorrelationId) {
        return new CloudEvent(type, data, id, newCorrelationId);
    }
}
