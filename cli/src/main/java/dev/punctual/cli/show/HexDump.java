package dev.punctual.cli.show;

import java.util.HexFormat;

/** Bytes as hexadecimal digits with the characters beside, 16 a line. */
final class HexDump {

    /** The most bytes shown. */
    static final int LIMIT = 4_096;

    private static final int WIDTH = 16;
    private static final HexFormat HEX = HexFormat.ofDelimiter(" ");

    private HexDump() {
    }

    static String of(byte[] bytes) {
        StringBuilder text = new StringBuilder();
        int end = Math.min(bytes.length, LIMIT);
        for (int from = 0; from < end; from += WIDTH) {
            int to = Math.min(end, from + WIDTH);
            String hex = HEX.formatHex(bytes, from, to);
            text.append(HexFormat.of().toHexDigits(from, 8)).append("  ").append(hex)
                    .append(" ".repeat(3 * WIDTH - 1 - hex.length())).append("  |");
            for (int i = from; i < to; i++) {
                text.append(bytes[i] >= ' ' && bytes[i] < 127 ? (char) bytes[i] : '.');
            }
            text.append("|\n");
        }
        if (bytes.length > LIMIT) {
            text.append("… and ").append(bytes.length - LIMIT).append(" bytes more; --raw writes them all\n");
        }
        return text.toString();
    }
}
