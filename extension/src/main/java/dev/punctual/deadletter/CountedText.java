package dev.punctual.deadletter;

/** A text that can be looked at only so often: a regular expression takes its steps by looking at characters. */
final class CountedText implements CharSequence {

    /** The steps are used up. */
    static final class UsedUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private UsedUpException() {
            super("a regular expression took too many steps", null, false, false);
        }
    }

    private final String text;
    private int left;

    CountedText(String text, int steps) {
        this.text = text;
        this.left = steps;
    }

    @Override
    public char charAt(int index) {
        if (left-- == 0) {
            throw new UsedUpException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
