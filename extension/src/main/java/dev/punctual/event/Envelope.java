package dev.punctual.event;

/**
 * What an event says of itself, and its payload.
 *
 * @param id the event's own id, or an empty string
 * @param type the event's type, or an empty string
 * @param correlationId the id of its business transaction, or an empty string
 * @param contentType the payload's media type, or an empty string
 * @param payload what a handler's codec reads, not copied
 */
public record Envelope(String id, String type, String correlationId, String contentType, byte[] payload) {

    /** Bytes that say nothing of themselves. */
    public static Envelope bare(byte[] payload) {
        return new Envelope("", "", "", "", payload);
    }

    /** Names the event, and leaves its payload out. */
    @Override
    public String toString() {
        return "Envelope[id=" + id + ", type=" + type + ", " + payload.length + " bytes]";
    }
}
