package dev.punctual;

/**
 * An event to publish; immutable, if its payload is.
 *
 * @param type its type, as consumers name it in {@code @OnEvent(type = …)}
 * @param payload of a type that the build knows, or {@code byte[]}
 * @param id unique among events, or an empty string: then the publisher gives one
 * @param partitionKey what orders it and places it on a shard, 1 to 256 characters, or an empty string: then the property that
 *        {@link PartitionKey} marks, else the correlation id
 * @param correlationId of its business transaction, or an empty string: then that of the event being handled, else its own id
 * @param source the CloudEvents source, or an empty string: then {@code quarkus.punctual.publisher.source}
 * @param <T> the payload type
 */
public record OutgoingEvent<T>(String type, T payload, String id, String partitionKey, String correlationId, String source) {

    /** An event whose id, keys and source are left to the publisher. */
    public static <T> OutgoingEvent<T> of(String type, T payload) {
        return new OutgoingEvent<>(type, payload, "", "", "", "");
    }

    /** With an id of its own, such as one that a repeated call gives again. */
    public OutgoingEvent<T> withId(String newId) {
        return new OutgoingEvent<>(type, payload, newId, partitionKey, correlationId, source);
    }

    /** With a partition key of its own. */
    public OutgoingEvent<T> withPartitionKey(String newKey) {
        return new OutgoingEvent<>(type, payload, id, newKey, correlationId, source);
    }

    /** With the id of its business transaction. */
    public OutgoingEvent<T> withCorrelationId(String newCorrelationId) {
        return new OutgoingEvent<>(type, payload, id, partitionKey, newCorrelationId, source);
    }

    /** With a CloudEvents source of its own. */
    public OutgoingEvent<T> withSource(String newSource) {
        return new OutgoingEvent<>(type, payload, id, partitionKey, correlationId, newSource);
    }

    /** Names the event, and leaves payload and partition key out. */
    @Override
    public String toString() {
        return "OutgoingEvent[" + type + (id.isEmpty() ? "" : " " + id) + "]";
    }
}
