package dev.punctual.cli.show;

/**
 * An event's payload, decoded as far as it can be.
 *
 * @param form such as {@code JSON} or {@code bytes}
 * @param about how it was wrapped, such as {@code gzip undone; CloudEvent order-7 unwrapped}, or an empty string
 * @param text for people
 * @param bytes the payload alone, out of its wrappings
 */
public record Payload(String form, String about, String text, byte[] bytes) {

    /** Names the form, and leaves the payload out. */
    @Override
    public String toString() {
        return "Payload[" + form + ", " + bytes.length + " bytes]";
    }
}
