package dev.punctual.cli.outcome;

/** A command that is not carried out; its message says what, where, got and mend. */
public class Refusal extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final int exitCode;

    /** Because of what the command line says. */
    public Refusal(String message) {
        this(message, ExitCode.REFUSED);
    }

    /**
     * @param exitCode one of {@link ExitCode}
     */
    public Refusal(String message, int exitCode) {
        super(message);
        this.exitCode = exitCode;
    }

    /** What the process ends with. */
    public int exitCode() {
        return exitCode;
    }

    /** No letter has an id. */
    public static Refusal notFound(String id) {
        return new Refusal("No letter '" + id + "' is in the queue: it was redriven or discarded, or another session holds it. "
                + "See `punctual dead-letters list`", ExitCode.NOT_FOUND);
    }
}
