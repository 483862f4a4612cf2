package dev.punctual.cli.terminal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * What is at the other end of a command's streams.
 *
 * @param asks whether a person reads standard error and answers on standard input
 * @param tables whether a person reads standard output
 * @param progress whether a person reads standard error
 * @param width of the window, in columns
 */
public record Terminal(boolean asks, boolean tables, boolean progress, int width) {

    /** No person anywhere. */
    public static final Terminal NONE = new Terminal(false, false, false, Integer.MAX_VALUE);

    /** What this process has. */
    public static Terminal ofThisProcess() {
        boolean in = Tty.is(0);
        boolean out = Tty.is(1);
        boolean err = Tty.is(2);
        return new Terminal(in && err, out, err, out || err ? Tty.width() : Integer.MAX_VALUE);
    }

    /**
     * Reads a person's answer.
     *
     * @return whether it is yes
     */
    public boolean yes(InputStream in) {
        try {
            String answer = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).readLine();
            return answer != null && answer.strip().toLowerCase(Locale.ROOT).matches("y|yes");
        } catch (IOException e) {
            return false;
        }
    }
}
