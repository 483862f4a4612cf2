package dev.punctual.template.finding;

/**
 * What is wrong or doubtful about a deployment, in words.
 *
 * @param level whether the build goes on
 * @param where whose fault it is: a handler, a property or a resource
 * @param what what was found, with the numbers that say so
 * @param mend what to change, and to what
 */
public record Finding(Level level, String where, String what, String mend) {

    /** How bad it is. */
    public enum Level {
        /** It cannot hold; the build ends. */
        ERROR,
        /** It may not hold; the build says so. */
        WARNING
    }

    /** What ends the build. */
    public static Finding error(String where, String what, String mend) {
        return new Finding(Level.ERROR, where, what, mend);
    }

    /** What the build says. */
    public static Finding warning(String where, String what, String mend) {
        return new Finding(Level.WARNING, where, what, mend);
    }

    /** Whether it ends the build. */
    public boolean isError() {
        return level == Level.ERROR;
    }

    /** {@code where: what; mend}. */
    @Override
    public String toString() {
        return where + ": " + what + "; " + mend;
    }
}
