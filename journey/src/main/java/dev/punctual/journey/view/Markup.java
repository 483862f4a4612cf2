package dev.punctual.journey.view;

/** Text within HTML and SVG. */
final class Markup {

    private Markup() {
    }

    /** The text, with nothing in it that would be taken for markup. */
    static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().forEach(letter -> {
            switch (letter) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                case '\'' -> escaped.append("&#39;");
                default -> escaped.appendCodePoint(Character.isISOControl(letter) ? '\uFFFD' : letter);
            }
        });
        return escaped.toString();
    }
}
