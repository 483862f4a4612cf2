package dev.punctual.runtime.lambda;

import java.io.IOException;

import org.jspecify.annotations.Nullable;

/** A reply of HTTP/1.1. */
record Reply(Head head, byte[] body) {

    /** The status line and the headers. */
    static final class Head {

        private static final String VERSION = "HTTP/1.1 ";

        private final String text;
        private final int status;

        Head(String text) throws IOException {
            this.text = text;
            this.status = status(text);
        }

        private static int status(String text) throws IOException {
            int at = VERSION.length();
            if (!text.startsWith(VERSION) || text.length() < at + 3) {
                throw new IOException("the Runtime API replied something else than HTTP/1.1");
            }
            int status = 0;
            for (int i = at; i < at + 3; i++) {
                int digit = text.charAt(i) - '0';
                if (digit < 0 || digit > 9) {
                    throw new IOException("a reply of the Runtime API has no status");
                }
                status = status * 10 + digit;
            }
            return status;
        }

        int status() {
            return status;
        }

        /** What the first header of this name says; null without one. */
        @Nullable
        String header(String name) {
            int line = text.indexOf('\n') + 1;
            while (line < text.length()) {
                int end = text.indexOf('\n', line);
                int colon = line + name.length();
                if (colon < end && text.charAt(colon) == ':' && text.regionMatches(true, line, name, 0, name.length())) {
                    return text.substring(colon + 1, end).strip();
                }
                line = end + 1;
            }
            return null;
        }
    }
}
