package dev.punctual.runtime.event;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

/** Reads instants as Lambda events write them: seconds with a fraction, ISO-8601, or text of either. */
public final class Timestamps {

    private static final int DIGITS_OF_SECONDS = 19;

    private Timestamps() {
    }

    /**
     * The instant at hand.
     *
     * @param otherwise what is told of a value that is no instant
     */
    public static Instant read(JsonParser parser, Instant otherwise) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT || token == JsonToken.VALUE_STRING) {
            return parse(parser.getText(), otherwise);
        }
        return otherwise;
    }

    /** The instant that milliseconds since 1970 tell. */
    public static Instant ofMillis(String millis, Instant otherwise) {
        try {
            return Instant.ofEpochMilli(Long.parseLong(millis));
        } catch (NumberFormatException e) {
            return otherwise;
        }
    }

    private static Instant parse(String text, Instant otherwise) {
        try {
            return text.indexOf('T') > 0 ? OffsetDateTime.parse(text).toInstant() : ofSeconds(new BigDecimal(text));
        } catch (DateTimeException | NumberFormatException | ArithmeticException e) {
            return otherwise;
        }
    }

    // A double does not hold milliseconds of today's seconds exactly; the digits do.
    private static Instant ofSeconds(BigDecimal seconds) {
        if (Math.abs((long) seconds.precision() - seconds.scale()) > DIGITS_OF_SECONDS) {
            throw new ArithmeticException("beyond every instant; spelling such a number out could take all memory");
        }
        BigDecimal whole = seconds.setScale(0, RoundingMode.FLOOR);
        return Instant.ofEpochSecond(whole.longValueExact(), seconds.subtract(whole).movePointRight(9).longValue());
    }
}
