package dev.punctual.runtime.ledger;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Text as DynamoDB takes it: UTF-8, which has no lone surrogates. Two texts that differ in one, such as the business keys of
 * two events, must differ in the table too.
 */
final class LegalText {

    private static final int LONGEST_KEY = 2_048;
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u([0-9a-f]{4})|\\\\)");

    private LegalText() {
    }

    /** Escapes lone surrogates and backslashes; the same for most texts. */
    static String of(String text) {
        if (text.chars().noneMatch(character -> character == '\\' || Character.isSurrogate((char) character))) {
            return text;
        }
        StringBuilder legal = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(character -> {
            if (character == '\\') {
                legal.append("\\\\");
            } else if (character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE) {
                legal.append("\\u").append(HexFormat.of().toHexDigits((char) character));
            } else {
                legal.appendCodePoint(character);
            }
        });
        return legal.toString();
    }

    /** The text that was made legal. */
    static String read(String legal) {
        if (legal.indexOf('\\') < 0) {
            return legal;
        }
        return ESCAPE.matcher(legal).replaceAll(found -> {
            String original = found.group(1) == null ? "\\"
                    : String.valueOf((char) Integer.parseInt(found.group(1), 16));
            return java.util.regex.Matcher.quoteReplacement(original);
        });
    }

    /** A partition key for a ledger key: of its digest, where it is longer than a partition key may be. */
    static String key(String key) {
        String legal = of(key);
        byte[] bytes = legal.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= LONGEST_KEY ? legal : "sha256-" + HexFormat.of().formatHex(sha256(bytes));
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
