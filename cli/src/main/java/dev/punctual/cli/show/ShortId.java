package dev.punctual.cli.show;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A letter's id for people: the first 10 hexadecimal digits of the SHA-256 of the whole one, which is long. */
public final class ShortId {

    private static final int BYTES = 5;

    private ShortId() {
    }

    /** Of a letter's id. */
    public static String of(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Whether a text may be one. */
    public static boolean is(String text) {
        return text.matches("[0-9a-f]{" + 2 * BYTES + "}");
    }
}
