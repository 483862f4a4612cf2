package dev.punctual.testkit.simulation;

import java.util.function.Consumer;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Takes the engine's log for the time of a run, through {@code java.util.logging}, and keeps it off the console.
 *
 * <p>
 * Where another log manager is in place nothing is seen. Loggers are the machine's, so runs follow each other.
 */
final class EngineLog extends Handler implements AutoCloseable {

    private static final Logger ENGINE = Logger.getLogger("dev.punctual.engine");

    private final Consumer<String> lines;
    private final boolean passedOn = ENGINE.getUseParentHandlers();
    private final @Nullable Level level = ENGINE.getLevel();

    /** @param lines told each message, and the text of its exceptions */
    EngineLog(Consumer<String> lines) {
        this.lines = lines;
        ENGINE.setUseParentHandlers(false);
        ENGINE.setLevel(Level.ALL);
        ENGINE.addHandler(this);
    }

    @Override
    public void publish(LogRecord logged) {
        lines.accept(String.valueOf(logged.getMessage()));
        for (var cause = logged.getThrown(); cause != null; cause = cause.getCause()) {
            lines.accept(cause.toString());
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        ENGINE.removeHandler(this);
        ENGINE.setUseParentHandlers(passedOn);
        ENGINE.setLevel(level);
    }
}
