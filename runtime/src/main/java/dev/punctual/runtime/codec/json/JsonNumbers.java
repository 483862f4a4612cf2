package dev.punctual.runtime.codec.json;

import java.math.BigDecimal;
import java.util.Set;

import dev.punctual.spi.UndecodableException;

/**
 * Reads numbers: short ones digit by digit, the rest as decimals. A number in quotes counts as one, as it does for Jackson;
 * a fraction is never cut off.
 */
abstract class JsonNumbers extends JsonStrings {

    /** The longest number in characters, as Jackson has it: what is longer takes long to calculate. */
    private static final int MAX_LENGTH = 1_000;

    private static final int SURE_DIGITS = 18;

    /** Powers of ten that a double holds exactly, so that a division by one of them is rounded but once. */
    private static final double[] POWERS = { 1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14,
            1e15 };

    private static final Set<String> NOT_FINITE = Set.of("NaN", "Infinity", "-Infinity");

    JsonNumbers(byte[] json, String type) {
        super(json, type);
    }

    /** An integer in a range, 0 for null. */
    final long integer(long least, long most, String what) throws UndecodableException {
        int next = token();
        byte[] bytes = json;
        int start = next == '-' ? at + 1 : at;
        int end = start;
        long value = 0;
        while (end < bytes.length && bytes[end] >= '0' && bytes[end] <= '9') {
            value = value * 10 + bytes[end] - '0';
            end++;
        }
        int digits = end - start;
        boolean simple = digits > 0 && digits <= SURE_DIGITS && (digits == 1 || bytes[start] != '0') && !isFraction(end);
        if (!simple) {
            return exact(next, least, most, what);
        }
        long signed = next == '-' ? -value : value;
        if (signed < least || signed > most) {
            throw fault("the number is out of range for " + what);
        }
        at = end;
        return signed;
    }

    private long exact(int next, long least, long most, String what) throws UndecodableException {
        if (next == 'n' && literal("null")) {
            return 0;
        }
        int start = at;
        BigDecimal value = decimal(what);
        try {
            long integer = value.longValueExact();
            if (integer >= least && integer <= most) {
                return integer;
            }
        } catch (ArithmeticException e) {
            at = start;
            throw fault("the number has a fraction, or is out of range for " + what);
        }
        at = start;
        throw fault("the number is out of range for " + what);
    }

    /** A number as it stands, quoted or not. */
    final BigDecimal decimal(String what) throws UndecodableException {
        int start = at;
        String text = number(what);
        try {
            return new BigDecimal(text);
        } catch (NumberFormatException e) {
            at = start;
            throw fault("the number's exponent is out of range");
        }
    }

    final double decimalFraction() throws UndecodableException {
        int next = token();
        byte[] bytes = json;
        int start = next == '-' ? at + 1 : at;
        int end = start;
        int point = -1;
        long value = 0;
        while (end < bytes.length && (bytes[end] >= '0' && bytes[end] <= '9' || bytes[end] == '.' && point < 0)) {
            if (bytes[end] == '.') {
                point = end;
            } else {
                value = value * 10 + bytes[end] - '0';
            }
            end++;
        }
        int digits = end - start - (point < 0 ? 0 : 1);
        boolean simple = digits > 0 && digits < POWERS.length && point != start && point != end - 1 && !isFraction(end)
                && (bytes[start] != '0' || end == start + 1 || point == start + 1);
        if (!simple) {
            return Double.parseDouble(numberOrWord(next));
        }
        at = end;
        double magnitude = point < 0 ? value : value / POWERS[end - point - 1];
        return next == '-' ? -magnitude : magnitude;
    }

    /** The text of a number, of a word for what is not finite, or 0 for null. */
    final String numberOrWord(int next) throws UndecodableException {
        if (next == 'n' && literal("null")) {
            return "0";
        }
        if (next == '"' && at + 1 < json.length && NOT_FINITE.contains(word())) {
            return quoted();
        }
        return number("a number");
    }

    private String word() {
        int end = at + 1;
        while (end < json.length && end < at + 11 && json[end] != '"') {
            end++;
        }
        return ascii(at + 1, end);
    }

    private String number(String what) throws UndecodableException {
        boolean quoted = token() == '"';
        int start = quoted ? at + 1 : at;
        int end = numberEnd(start);
        if (end < 0 || quoted && (end == json.length || json[end] != '"')) {
            throw fault(what + " is expected");
        }
        at = quoted ? end + 1 : end;
        return ascii(start, end);
    }

    /** Where a number ends that is one by JSON's grammar, or -1. */
    final int numberEnd(int start) throws UndecodableException {
        int end = grammaticalEnd(start);
        if (end - start > MAX_LENGTH) {
            throw fault("the number is longer than " + MAX_LENGTH + " characters");
        }
        return end;
    }

    private int grammaticalEnd(int start) {
        int whole = start < json.length && json[start] == '-' ? start + 1 : start;
        int end = digitsEnd(whole);
        if (end == whole || end > whole + 1 && json[whole] == '0') {
            return -1;
        }
        if (end < json.length && json[end] == '.') {
            int fraction = end + 1;
            end = digitsEnd(fraction);
            if (end == fraction) {
                return -1;
            }
        }
        return end < json.length && (json[end] == 'e' || json[end] == 'E') ? exponentEnd(end + 1) : end;
    }

    private int exponentEnd(int start) {
        int digits = start < json.length && (json[start] == '-' || json[start] == '+') ? start + 1 : start;
        int end = digitsEnd(digits);
        return end == digits ? -1 : end;
    }

    private int digitsEnd(int start) {
        int end = start;
        while (end < json.length && json[end] >= '0' && json[end] <= '9') {
            end++;
        }
        return end;
    }

    private boolean isFraction(int position) {
        return position < json.length && (json[position] == '.' || json[position] == 'e' || json[position] == 'E');
    }
}
