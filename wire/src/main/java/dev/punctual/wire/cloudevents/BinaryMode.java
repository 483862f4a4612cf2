package dev.punctual.wire.cloudevents;

import java.util.Base64;
import java.util.Locale;
import java.util.Map;

import dev.punctual.event.Correlation;
import dev.punctual.event.CorrelationAttributes;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.coding.ContentCoding;

/**
 * CloudEvents in binary mode: their attributes are the message's, as {@code ce-type} or {@code ce_type}, their data is its
 * body.
 *
 * <p>
 * A message's body is text. What is none travels as base64, which {@code content-encoding} says: {@code base64},
 * {@code gzip} or {@code zstd}, the latter two in base64 as well.
 */
final class BinaryMode {

    private BinaryMode() {
    }

    /** Whether the attributes are those of a CloudEvent. */
    static boolean is(Map<String, String> attributes) {
        return !ce(attributes, "specversion").isEmpty();
    }

    /**
     * Reads an envelope.
     *
     * @param attributes by their names in lower case
     * @param largest the most bytes of data, decompressed
     */
    static Envelope read(Map<String, String> attributes, byte[] body, int largest) throws UndecodableException {
        String type = ce(attributes, "type");
        if (type.isEmpty()) {
            throw new UndecodableException("the CloudEvent has no type: the message has no attribute ce-type");
        }
        return new Envelope(ce(attributes, "id"), type, correlation(attributes), contentType(attributes),
                data(attributes.getOrDefault("content-encoding", ""), body, largest));
    }

    private static String ce(Map<String, String> attributes, String name) {
        String hyphenated = attributes.get("ce-" + name);
        return hyphenated != null ? hyphenated : attributes.getOrDefault("ce_" + name, "");
    }

    private static Correlation correlation(Map<String, String> attributes) {
        CorrelationAttributes correlation = new CorrelationAttributes();
        attributes.forEach((name, value) -> {
            if (name.startsWith("ce-") || name.startsWith("ce_")) {
                correlation.put(name.substring("ce-".length()), value);
            }
        });
        return correlation.correlation();
    }

    private static String contentType(Map<String, String> attributes) {
        String header = attributes.getOrDefault("content-type", attributes.getOrDefault("datacontenttype", ""));
        return header.isEmpty() ? ce(attributes, "datacontenttype") : header;
    }

    private static byte[] data(String encoding, byte[] body, int largest) throws UndecodableException {
        return switch (encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity" -> body;
            case "base64" -> base64(body);
            case "gzip" -> coded(ContentCoding.GZIP, body, largest);
            case "zstd" -> coded(ContentCoding.ZSTD, body, largest);
            default -> throw new UndecodableException(
                    "the CloudEvent's content-encoding is unknown; expected base64, gzip, zstd or identity");
        };
    }

    private static byte[] coded(ContentCoding coding, byte[] body, int largest) throws UndecodableException {
        byte[] bytes = base64(body);
        if (ContentCoding.of(bytes) != coding) {
            throw new UndecodableException("the CloudEvent's data is not in its content-encoding");
        }
        return coding.decode(bytes, largest);
    }

    private static byte[] base64(byte[] body) throws UndecodableException {
        try {
            return Base64.getDecoder().decode(body);
        } catch (IllegalArgumentException e) {
            throw new UndecodableException("the CloudEvent's data is not base64, as its content-encoding says");
        }
    }
}
