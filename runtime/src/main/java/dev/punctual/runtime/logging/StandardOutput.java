package dev.punctual.runtime.logging;

/** Where lines go that are no log messages: Lambda takes them for logged all the same. */
public final class StandardOutput {

    private StandardOutput() {
    }

    /** Prints a line, its end included, in one call, since others write lines of their own. */
    public static void print(byte[] line) {
        System.out.write(line, 0, line.length);
        System.out.flush();
    }
}
