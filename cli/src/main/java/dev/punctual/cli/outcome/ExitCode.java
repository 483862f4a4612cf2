package dev.punctual.cli.outcome;

/** What a process of {@code punctual} ends with. */
public final class ExitCode {

    /** All is done. */
    public static final int DONE = 0;
    /** Some letters could not be dealt with, or something failed that nobody foresaw. */
    public static final int FAILED = 1;
    /** The command line is wrong, or the command refuses it. */
    public static final int REFUSED = 2;
    /** The queue is out of reach. */
    public static final int UNREACHABLE = 3;
    /** There is no letter with this id. */
    public static final int NOT_FOUND = 4;
    /** Interrupted, as by Ctrl-C: 128 and the signal's number. */
    public static final int INTERRUPTED = 130;

    private ExitCode() {
    }
}
