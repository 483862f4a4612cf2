package dev.punctual.cli.terminal;

/** Text of others that is safe to show: no control characters, so that none can steer the terminal. */
public final class Printable {

    private Printable() {
    }

    /** On one line. */
    public static String line(String text) {
        return clean(text, false);
    }

    /** On as many lines as it has. */
    public static String lines(String text) {
        return clean(text, true);
    }

    private static String clean(String text, boolean lines) {
        StringBuilder clean = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            boolean kept = lines && (point == '\n' || point == '\t');
            boolean hidden = Character.isISOControl(point) || Character.getType(point) == Character.FORMAT;
            clean.appendCodePoint(kept || !hidden ? point : hidden && (point == '\n' || point == '\t') ? ' ' : '\uFFFD');
        });
        return clean.toString();
    }
}
