package dev.punctual.aggregation;

/** The length of texts in UTF-8, without encoding them. */
final class Utf8 {

    private static final int ONE_BYTE = 0x80;
    private static final int TWO_BYTES = 0x800;

    private Utf8() {
    }

    /** As many bytes as {@code getBytes(UTF_8)} makes, which writes {@code ?} for half a surrogate pair. */
    static int length(String text) {
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char next = text.charAt(i);
            if (next < ONE_BYTE) {
                length++;
            } else if (next < TWO_BYTES) {
                length += 2;
            } else if (!Character.isSurrogate(next)) {
                length += 3;
            } else if (isPair(text, i)) {
                length += 4;
                i++;
            } else {
                length++;
            }
        }
        return length;
    }

    private static boolean isPair(String text, int i) {
        return Character.isHighSurrogate(text.charAt(i)) && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1));
    }
}
