package dev.punctual.deployment.codec;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Damages JSON in one place. */
final class Mutations {

    private static final List<String> PIECES = List.of("{", "}", "[", "]", ",", ":", "\"", "\\", "null", "true", "0", "-",
            "1.5",
            "e5", " ", "\n", "\"a\":1,", "\u0001", "é", "\\u00", "\\ud800", "[[[[", "\"12\"", "12", "\"\"");

    private Mutations() {
    }

    static byte[] damage(byte[] json, Random random) {
        int at = random.nextInt(json.length);
        byte[] damaged = json.clone();
        switch (random.nextInt(4)) {
            case 0 -> damaged = Arrays.copyOf(json, at);
            case 1 -> damaged[at] = (byte) random.nextInt(256);
            case 2 -> damaged = spliced(json, at, at, PIECES.get(random.nextInt(PIECES.size())));
            default -> damaged = spliced(json, at, Math.min(json.length, at + 1 + random.nextInt(5)),
                    PIECES.get(random.nextInt(PIECES.size())));
        }
        return damaged;
    }

    private static byte[] spliced(byte[] json, int from, int to, String piece) {
        byte[] middle = piece.getBytes(UTF_8);
        byte[] all = Arrays.copyOf(json, from + middle.length + json.length - to);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(json, to, all, from + middle.length, json.length - to);
        return all;
    }
}
