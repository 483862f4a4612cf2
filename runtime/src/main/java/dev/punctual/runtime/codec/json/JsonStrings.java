package dev.punctual.runtime.codec.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.punctual.spi.UndecodableException;

/** Reads strings: plain ASCII as it stands, the rest with its escapes and its UTF-8 checked. */
abstract class JsonStrings extends JsonCursor {

    JsonStrings(byte[] json, String type) {
        super(json, type);
    }

    /** The string at hand; the opening quote was seen, and not consumed. */
    final String quoted() throws UndecodableException {
        int start = at + 1;
        int end = plainEnd(start);
        if (isQuote(end)) {
            at = end + 1;
            return new String(json, start, end - start, ISO_8859_1);
        }
        return decoded(start, end);
    }

    final void skipQuoted() throws UndecodableException {
        int start = at + 1;
        int end = plainEnd(start);
        if (isQuote(end)) {
            at = end + 1;
        } else {
            decoded(start, end);
        }
    }

    /** The index of the name at hand among those of the class, -1 if it is not one of them; consumes it. */
    final int name(PropertyNames names) throws UndecodableException {
        int start = at + 1;
        int end = plainEnd(start);
        if (isQuote(end)) {
            at = end + 1;
            return names.find(json, start, end);
        }
        return names.find(decoded(start, end));
    }

    private boolean isQuote(int position) {
        return position < json.length && json[position] == '"';
    }

    /** Where plain ASCII ends: at the closing quote, or at what needs a closer look. */
    private int plainEnd(int start) {
        byte[] bytes = json;
        int position = start;
        while (position < bytes.length) {
            int next = bytes[position];
            if (next < ' ' || next == '"' || next == '\\') {
                return position;
            }
            position++;
        }
        return position;
    }

    private String decoded(int start, int plainEnd) throws UndecodableException {
        StringBuilder text = new StringBuilder(Math.min(json.length - start, 2 * (plainEnd - start) + 16))
                .append(new String(json, start, plainEnd - start, ISO_8859_1));
        at = plainEnd;
        while (at < json.length) {
            int next = json[at];
            if (next == '"') {
                at++;
                return text.toString();
            }
            if (next == '\\') {
                text.append(escaped());
            } else if (next < 0) {
                text.appendCodePoint(character());
            } else if (next < ' ') {
                throw fault("a string holds a control character");
            } else {
                text.append((char) next);
                at++;
            }
        }
        throw fault("it ends within a string");
    }

    private char escaped() throws UndecodableException {
        int letter = at + 1 < json.length ? json[at + 1] : END;
        if (letter == 'u') {
            return unicode();
        }
        char meant = switch (letter) {
            case '"', '\\', '/' -> (char) letter;
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 't' -> '\t';
            default -> throw fault("a string holds an escape that JSON does not know");
        };
        at += 2;
        return meant;
    }

    private char unicode() throws UndecodableException {
        int value = 0;
        for (int i = at + 2; i < at + 6; i++) {
            int digit = i < json.length ? Character.digit(json[i], 16) : -1;
            if (digit < 0) {
                throw fault("a string holds an escape without four hexadecimal digits");
            }
            value = value << 4 | digit;
        }
        at += 6;
        return (char) value;
    }

    /** One character of more than a byte, as Unicode's table of well-formed sequences has it. */
    private int character() throws UndecodableException {
        int lead = json[at] & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > json.length) {
            throw fault("a string is not in UTF-8");
        }
        int value = lead & 0xff >> length + 1;
        for (int i = 1; i < length; i++) {
            int next = json[at + i];
            if ((next & 0xc0) != 0x80) {
                throw fault("a string is not in UTF-8");
            }
            value = value << 6 | next & 0x3f;
        }
        if (value < shortest(length) || value > Character.MAX_CODE_POINT
                || value >= Character.MIN_SURROGATE && value <= Character.MAX_SURROGATE) {
            throw fault("a string is not in UTF-8");
        }
        at += length;
        return value;
    }

    private static int shortest(int length) {
        return length == 4 ? 0x10000 : length == 3 ? 0x800 : 0x80;
    }

    /** Consumes a literal, if it is the next token. */
    final boolean literal(String word) {
        int end = at + word.length();
        if (end > json.length) {
            return false;
        }
        for (int i = 0; i < word.length(); i++) {
            if (json[at + i] != word.charAt(i)) {
                return false;
            }
        }
        at = end;
        return true;
    }

    /** The bytes from one place to another, which are ASCII. */
    final String ascii(int from, int to) {
        return new String(json, from, to - from, ISO_8859_1);
    }
}
