package dev.punctual.local.lambda.process;

import java.util.Map;

/**
 * How a process ended.
 *
 * @param code its exit code; 128 + n stands for signal n, as the JDK and shells report it
 */
public record ExitStatus(int code) {

    /** Of a process that was killed (SIGKILL). */
    public static final ExitStatus KILLED = new ExitStatus(137);

    private static final int SIGNAL_BASE = 128;
    private static final Map<Integer, String> SIGNALS = Map.of(1, "hangup", 2, "interrupt", 3, "quit", 6, "aborted", 9,
            "killed",
            11, "segmentation fault", 15, "terminated");

    /** Says it in the words of Lambda's {@code Runtime.ExitError}: {@code exit status 1}, {@code signal: killed}. */
    public String describe() {
        var signal = SIGNALS.get(code - SIGNAL_BASE);
        return signal == null ? "exit status " + code : "signal: " + signal;
    }
}
