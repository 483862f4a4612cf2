package dev.punctual.local.lambda.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/** Carries the lines that a process writes to their consumer until the process closes its output. */
final class LogPump implements Runnable {

    private static final Logger LOG = Logger.getLogger(LogPump.class);

    private final Process process;
    private final Consumer<String> lines;

    private LogPump(Process process, Consumer<String> lines) {
        this.process = process;
        this.lines = lines;
    }

    static void start(Process process, Consumer<String> lines) {
        var thread = new Thread(new LogPump(process, lines), "punctual-log-" + process.pid());
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void run() {
        try (var reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(this::deliver);
        } catch (IOException | UncheckedIOException closed) {
            // The output of a process that was killed may close under the reader: what it wrote until then was delivered.
            LOG.debugf(closed, "The output of process %d closed", process.pid());
        }
    }

    /** A consumer that fails must not stop the pump: the process would stand still on a full pipe. */
    private void deliver(String line) {
        try {
            lines.accept(line);
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The log consumer failed on a line of process %d", process.pid());
        }
    }
}
