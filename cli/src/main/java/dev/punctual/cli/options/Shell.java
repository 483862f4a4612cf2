package dev.punctual.cli.options;

/** Words of a shell's command line. */
public final class Shell {

    private Shell() {
    }

    /** A word that a shell reads as it is. */
    public static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+=,-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
