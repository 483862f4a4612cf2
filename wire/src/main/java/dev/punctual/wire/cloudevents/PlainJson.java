package dev.punctual.wire.cloudevents;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Goes over a JSON object once, without taking anything out of it but its type: most events are no CloudEvents, and the codec
 * reads
 * them again. What is irregular, or only unusual, it leaves to the parser: it never takes for JSON what the parser refuses.
 */
final class PlainJson {

    private static final byte[] CLOUD_EVENT = "specversion".getBytes(ISO_8859_1);
    private static final byte[] TRUE = "true".getBytes(ISO_8859_1);
    private static final byte[] FALSE = "false".getBytes(ISO_8859_1);
    private static final byte[] NULL = "null".getBytes(ISO_8859_1);

    /** Deeper objects, and longer numbers and names, are unusual; the parser has limits of its own for them. */
    private static final int USUAL_DEPTH = 100;
    private static final int USUAL_LENGTH = 300;

    /** In place of a position: this is for the parser. */
    private static final int UNUSUAL = -1;

    private final byte[] json;
    private final byte[] typeField;
    private String type = "";

    private PlainJson(byte[] json, byte[] typeField) {
        this.json = json;
        this.typeField = typeField;
    }

    /**
     * The type that an object names.
     *
     * @param typeField the name of the field that has it, in UTF-8
     * @return empty where it names none; null where it may be a CloudEvent, no JSON, or unusual
     */
    static @Nullable String typeOf(byte[] json, byte[] typeField) {
        PlainJson object = new PlainJson(json, typeField);
        int at = object.space(0);
        if (object.at(at) != '{') {
            return null;
        }
        int end = object.outermost(at + 1);
        return end != UNUSUAL && object.space(end) == json.length ? object.type : null;
    }

    private int at(int position) {
        return position < json.length ? json[position] : UNUSUAL;
    }

    private int space(int from) {
        int at = from;
        while (at < json.length && (json[at] == ' ' || json[at] == '\n' || json[at] == '\r' || json[at] == '\t')) {
            at++;
        }
        return at;
    }

    /** The object whose names matter. */
    private int outermost(int from) {
        int at = space(from);
        if (at(at) == '}') {
            return at + 1;
        }
        while (true) {
            int nameEnd = name(at);
            if (nameEnd == UNUSUAL || is(CLOUD_EVENT, at + 1, nameEnd - 1)) {
                return UNUSUAL;
            }
            boolean typed = is(typeField, at + 1, nameEnd - 1);
            int value = colon(nameEnd);
            if (value == UNUSUAL) {
                return UNUSUAL;
            }
            int end = value(value, 1);
            if (end == UNUSUAL || typed && !take(value, end)) {
                return UNUSUAL;
            }
            at = space(end);
            if (at(at) != ',') {
                return at(at) == '}' ? at + 1 : UNUSUAL;
            }
            at = space(at + 1);
        }
    }

    /** Whether the type could be taken without a look at escapes. */
    private boolean take(int start, int end) {
        if (json[start] != '"') {
            type = "";
            return true;
        }
        for (int i = start; i < end; i++) {
            if (json[i] == '\\') {
                return false;
            }
        }
        type = new String(json, start + 1, end - start - 2, UTF_8);
        return true;
    }

    private boolean is(byte[] name, int start, int end) {
        return end - start == name.length && Arrays.equals(name, 0, name.length, json, start, end);
    }

    private int colon(int from) {
        int at = space(from);
        return at(at) == ':' ? space(at + 1) : UNUSUAL;
    }

    private int value(int at, int depth) {
        return switch (at(at)) {
            case '"' -> string(at);
            case '{' -> depth < USUAL_DEPTH ? object(at + 1, depth + 1) : UNUSUAL;
            case '[' -> depth < USUAL_DEPTH ? array(at + 1, depth + 1) : UNUSUAL;
            case 't' -> literal(TRUE, at);
            case 'f' -> literal(FALSE, at);
            case 'n' -> literal(NULL, at);
            default -> number(at);
        };
    }

    private int literal(byte[] word, int at) {
        return at + word.length <= json.length && is(word, at, at + word.length) ? at + word.length : UNUSUAL;
    }

    private int object(int from, int depth) {
        int at = space(from);
        if (at(at) == '}') {
            return at + 1;
        }
        while (true) {
            int nameEnd = name(at);
            int value = nameEnd == UNUSUAL ? UNUSUAL : colon(nameEnd);
            int end = value == UNUSUAL ? UNUSUAL : value(value, depth);
            if (end == UNUSUAL) {
                return UNUSUAL;
            }
            at = space(end);
            if (at(at) != ',') {
                return at(at) == '}' ? at + 1 : UNUSUAL;
            }
            at = space(at + 1);
        }
    }

    private int array(int from, int depth) {
        int at = space(from);
        if (at(at) == ']') {
            return at + 1;
        }
        while (true) {
            int end = value(at, depth);
            if (end == UNUSUAL) {
                return UNUSUAL;
            }
            at = space(end);
            if (at(at) != ',') {
                return at(at) == ']' ? at + 1 : UNUSUAL;
            }
            at = space(at + 1);
        }
    }

    /** A name without escapes, which could hide what it is. */
    private int name(int at) {
        if (at(at) != '"') {
            return UNUSUAL;
        }
        int most = Math.min(json.length, at + USUAL_LENGTH);
        for (int i = at + 1; i < most; i++) {
            byte next = json[i];
            if (next == '"') {
                return i + 1;
            }
            if (next < ' ' || next == '\\') {
                return UNUSUAL;
            }
        }
        return UNUSUAL;
    }

    private int string(int at) {
        int i = at + 1;
        while (i < json.length) {
            byte next = json[i];
            if (next == '"') {
                return i + 1;
            }
            if (next >= ' ' && next != '\\') {
                i++;
            } else {
                int length = next == '\\' ? escape(i + 1) : character(i);
                if (length == UNUSUAL) {
                    return UNUSUAL;
                }
                i += length;
            }
        }
        return UNUSUAL;
    }

    /** How long an escape is, with its backslash. */
    private int escape(int at) {
        return switch (at(at)) {
            case '"', '\\', '/', 'b', 'f', 'n', 'r', 't' -> 2;
            case 'u' -> isHexadecimal(at + 1) ? 6 : UNUSUAL;
            default -> UNUSUAL;
        };
    }

    private boolean isHexadecimal(int from) {
        for (int i = from; i < from + 4; i++) {
            if (Character.digit(at(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }

    /** How many bytes a character beyond ASCII has; what is no shortest form of UTF-8 is unusual, as are control characters. */
    private int character(int at) {
        int first = json[at] & 0xff;
        if (first >= 0xc2 && first < 0xe0) {
            return follow(at, 2);
        }
        int second = at(at + 1) & 0xff;
        if (first >= 0xe0 && first < 0xf0) {
            return first == 0xe0 && second < 0xa0 || first == 0xed && second >= 0xa0 ? UNUSUAL : follow(at, 3);
        }
        boolean inPlanes = first >= 0xf0 && first < 0xf5 && !(first == 0xf0 && second < 0x90)
                && !(first == 0xf4 && second >= 0x90);
        return inPlanes ? follow(at, 4) : UNUSUAL;
    }

    private int follow(int at, int length) {
        for (int i = at + 1; i < at + length; i++) {
            if ((at(i) & 0xc0) != 0x80 || i >= json.length) {
                return UNUSUAL;
            }
        }
        return length;
    }

    private int number(int start) {
        int at = at(start) == '-' ? start + 1 : start;
        int integer = digits(at);
        if (integer == at || json[at] == '0' && integer > at + 1) {
            return UNUSUAL;
        }
        int end = integer;
        if (at(end) == '.') {
            int fraction = digits(end + 1);
            if (fraction == end + 1) {
                return UNUSUAL;
            }
            end = fraction;
        }
        if (at(end) == 'e' || at(end) == 'E') {
            int sign = at(end + 1) == '+' || at(end + 1) == '-' ? end + 2 : end + 1;
            int exponent = digits(sign);
            if (exponent == sign) {
                return UNUSUAL;
            }
            end = exponent;
        }
        return end - start > USUAL_LENGTH ? UNUSUAL : end;
    }

    private int digits(int from) {
        int at = from;
        while (at < json.length && json[at] >= '0' && json[at] <= '9') {
            at++;
        }
        return at;
    }
}
