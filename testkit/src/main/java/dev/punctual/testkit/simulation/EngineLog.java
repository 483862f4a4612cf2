package dev.punctual.testkit.simulation;

import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Takes the engine's log, through {@code java.util.logging}, while any simulation is open, and keeps it off the console.
 *
 * <p>
 * Each line goes to the run of the strand that logged it, so simulations that run side by side do not see each other's.
 * Where another log manager is in place nothing is seen. Thread-safe.
 */
final class EngineLog extends Handler {

    private static final EngineLog SHARED = new EngineLog();

    private final Logger engine = Logger.getLogger("dev.punctual.engine");
    private boolean passedOn;
    private @Nullable Level level;
    private int opened;

    static void open() {
        SHARED.attach();
    }

    static void release() {
        SHARED.detach();
    }

    private synchronized void attach() {
        if (opened++ == 0) {
            passedOn = engine.getUseParentHandlers();
            level = engine.getLevel();
            engine.setUseParentHandlers(false);
            engine.setLevel(Level.ALL);
            engine.addHandler(this);
        }
    }

    private synchronized void detach() {
        if (--opened == 0) {
            engine.removeHandler(this);
            engine.setUseParentHandlers(passedOn);
            engine.setLevel(level);
        }
    }

    @Override
    public void publish(LogRecord logged) {
        var strand = Strand.ofThisThread();
        if (strand != null) {
            strand.logged(String.valueOf(logged.getMessage()));
            for (var cause = logged.getThrown(); cause != null; cause = cause.getCause()) {
                strand.logged(cause.toString());
            }
        }
    }

    @Override
    public void flush() {
        // Nothing is buffered.
    }

    @Override
    public void close() {
        // Nothing is held.
    }
}
