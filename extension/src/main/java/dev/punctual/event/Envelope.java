package dev.punctual.event;

/**
 * What an event says of itself, and its payload.
 *
 * @param id the event's own id, or an empty string
 * @param type the event's type, or an empty string
 * @param correlation where it stands among the events of its business transaction
 * @param contentType the payload's media type, or an empty string
 * @param payload what a handler's codec reads, not copied
 * @param fault why the event says nothing of itself, without its bytes; an empty string where it does
 */
public record Envelope(String id, String type, Correlation correlation, String contentType, byte[] payload, String fault) {

    /** Of an event in a known form. */
    public Envelope(String id, String type, Correlation correlation, String contentType, byte[] payload) {
        this(id, type, correlation, contentType, payload, "");
    }

    /** The same, with another correlation. */
    public Envelope withCorrelation(Correlation other) {
        return new Envelope(id, type, other, contentType, payload, fault);
    }

    /** Bytes that say nothing of themselves. */
    public static Envelope bare(byte[] payload) {
        return new Envelope("", "", Correlation.NONE, "", payload);
    }

    /**
     * Bytes in no known form: only a handler that takes every type is given them, without one they are undecodable.
     *
     * @param payload the bytes, decompressed where they were compressed
     * @param fault what was expected and where it is not met, without the bytes
     */
    public static Envelope unknown(byte[] payload, String fault) {
        return new Envelope("", "", Correlation.NONE, "", payload, fault);
    }

    /** Names the event, and leaves its payload out. */
    @Override
    public String toString() {
        return "Envelope[id=" + id + ", type=" + type + ", " + payload.length + " bytes]";
    }
}
