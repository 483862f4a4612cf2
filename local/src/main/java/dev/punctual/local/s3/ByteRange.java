package dev.punctual.local.s3;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A part of an object; the last byte belongs to it. */
record ByteRange(int first, int last, int length) {

    private static final Pattern RANGE = Pattern.compile("bytes=(\\d{0,18})-(\\d{0,18})");

    /** The range a header asks for; empty for one that S3 ignores, such as several ranges at once. */
    static Optional<ByteRange> parse(String header, int length) {
        Matcher range = RANGE.matcher(header);
        if (!range.matches() || range.group(1).isEmpty() && range.group(2).isEmpty()) {
            return Optional.empty();
        }
        boolean suffix = range.group(1).isEmpty();
        long from = suffix ? Math.max(0, length - Long.parseLong(range.group(2))) : Long.parseLong(range.group(1));
        long to = suffix || range.group(2).isEmpty() ? length - 1L : Math.min(length - 1L, Long.parseLong(range.group(2)));
        if (from >= length) {
            throw new S3Refusals.InvalidRange(length);
        }
        return to < from ? Optional.empty() : Optional.of(new ByteRange((int) from, (int) to, length));
    }

    byte[] of(byte[] content) {
        return Arrays.copyOfRange(content, first, last + 1);
    }

    String contentRange() {
        return "bytes " + first + "-" + last + "/" + length;
    }
}
