package dev.punctual.devui;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

/** Bytes as text, in the forms a person can read. */
final class PayloadText {

    private static final int MOST_CHARACTERS = 200_000;
    private static final int MOST_BYTES = 4096;
    private static final int BYTES_A_LINE = 16;
    private static final int FIRST_PRINTABLE = 0x20;
    private static final int LAST_PRINTABLE = 0x7e;
    private static final JsonFactory JSON = new JsonFactory();

    private PayloadText() {
    }

    /** An object or array of JSON, indented; numbers stay as they are written. */
    static Optional<PayloadView> json(byte[] payload, int size) {
        StringWriter text = new StringWriter();
        try (JsonParser parser = JSON.createParser(payload); JsonGenerator indented = JSON.createGenerator(text)) {
            if (parser.nextToken() == null || !parser.currentToken().isStructStart()) {
                return Optional.empty();
            }
            indented.setPrettyPrinter(new DefaultPrettyPrinter());
            indented.copyCurrentStructureExact(parser);
            if (parser.nextToken() != null) {
                return Optional.empty();
            }
        } catch (IOException e) {
            // It is not JSON, or only begins so.
            return Optional.empty();
        }
        return Optional.of(cut("JSON", text.toString(), size));
    }

    /** Text in UTF-8 without control characters other than white space. */
    static Optional<PayloadView> text(byte[] payload, int size) {
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(payload)).toString();
            boolean readable = text.chars().allMatch(it -> !Character.isISOControl(it) || Character.isWhitespace(it));
            return readable ? Optional.of(cut("text", text, size)) : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    /** The first bytes in hexadecimal, 16 a line, and what of them is ASCII. */
    static PayloadView bytes(byte[] payload, int size) {
        StringBuilder dump = new StringBuilder();
        int shown = Math.min(payload.length, MOST_BYTES);
        for (int line = 0; line < shown; line += BYTES_A_LINE) {
            int end = Math.min(shown, line + BYTES_A_LINE);
            String hex = HexFormat.ofDelimiter(" ").formatHex(payload, line, end);
            dump.append(String.format("%04x  %-47s  ", line, hex)).append(ascii(payload, line, end)).append('\n');
        }
        return new PayloadView("bytes", dump.toString(), size,
                shown < payload.length ? "The first " + shown + " of " + payload.length + " bytes are shown." : "");
    }

    private static String ascii(byte[] payload, int from, int to) {
        StringBuilder text = new StringBuilder();
        for (int i = from; i < to; i++) {
            text.append(payload[i] >= FIRST_PRINTABLE && payload[i] <= LAST_PRINTABLE ? (char) payload[i] : '.');
        }
        return text.toString();
    }

    /** A text of a form, or its beginning. */
    static PayloadView cut(String form, String text, int size) {
        return text.length() <= MOST_CHARACTERS ? new PayloadView(form, text, size, "")
                : new PayloadView(form, text.substring(0, MOST_CHARACTERS), size,
                        "The first " + MOST_CHARACTERS + " of " + text.length() + " characters are shown.");
    }
}
