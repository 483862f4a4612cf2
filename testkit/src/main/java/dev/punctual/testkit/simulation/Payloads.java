package dev.punctual.testkit.simulation;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.random.RandomGenerator;

import dev.punctual.event.Correlation;
import dev.punctual.event.Envelope;
import dev.punctual.spi.UndecodableException;

/**
 * The events of a run, {@code type|payload} as Latin-1 text, and the readers of them.
 *
 * <p>
 * An envelope that starts with {@code !} is unreadable, a payload that starts with {@code ?} too, and {@code %} makes the
 * codec break its promise. Each payload holds {@link #MARKER}, which must not be seen anywhere else.
 */
final class Payloads {

    static final String PLACED = "placed";
    static final String MARKER = "payload-bytes-of-";

    private static final int LARGE = 40_000;
    private static final int BUSINESS_KEYS = 10;

    private Payloads() {
    }

    static byte[] draw(int number, RandomGenerator random) {
        String head = switch (random.nextInt(16)) {
            case 0 -> "!";
            case 1 -> "unheard-of|";
            case 2 -> PLACED + "|?";
            case 3 -> PLACED + "|%";
            default -> PLACED + '|';
        };
        var bytes = new byte[random.nextInt(40) == 0 ? LARGE : random.nextInt(60)];
        random.nextBytes(bytes);
        var text = head + MARKER + number + ' ' + new String(bytes, StandardCharsets.ISO_8859_1);
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    static Optional<Envelope> envelopeOf(byte[] data) {
        var text = new String(data, StandardCharsets.ISO_8859_1);
        int bar = text.indexOf('|');
        if (text.startsWith("!") || bar < 0) {
            return Optional.empty();
        }
        return Optional.of(new Envelope("", text.substring(0, bar), Correlation.NONE, "text/plain",
                text.substring(bar + 1).getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** What a handler that takes an event would be given, if it can be read. */
    static Optional<String> decodable(byte[] data) {
        var payload = envelopeOf(data).map(Envelope::payload).orElse(data);
        var text = new String(payload, StandardCharsets.ISO_8859_1);
        return text.startsWith("?") || text.startsWith("%") ? Optional.empty() : Optional.of(text);
    }

    /**
     * Every tenth event has the same; those also have the same partition key, as long as ten can be divided by their number.
     */
    static String businessKey(String payload) {
        int start = payload.indexOf(MARKER) + MARKER.length();
        return "order-" + Integer.parseInt(payload.substring(start, payload.indexOf(' ', start))) % BUSINESS_KEYS;
    }

    static Envelope readEnvelope(byte[] data) throws UndecodableException {
        return envelopeOf(data).orElseThrow(() -> new UndecodableException("no envelope at offset 0"));
    }

    static Object decode(byte[] payload) throws UndecodableException {
        var text = new String(payload, StandardCharsets.ISO_8859_1);
        if (text.startsWith("?")) {
            throw new UndecodableException("no payload at offset 0");
        }
        if (text.startsWith("%")) {
            throw new IllegalStateException("a codec that quotes: " + text);
        }
        return text;
    }
}
