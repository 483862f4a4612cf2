package dev.punctual.runtime.logging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Filter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

import org.jspecify.annotations.Nullable;

/**
 * Has some threads log in detail what others do not: while one of them handles an event, the loggers of its handler's package
 * and below take messages of the level debug, and a filter leaves out those of all other threads. Safe for use by several
 * threads.
 */
final class DetailedLogging {

    private static final Level DEBUG = Level.FINE;

    /** A package whose level is lowered. */
    private static final class Lowered {
        private final Logger logger;
        private final @Nullable Level before;
        private final int threshold;
        private int threads;

        Lowered(String category) {
            logger = Logger.getLogger(category);
            before = logger.getLevel();
            threshold = effective(logger).intValue();
        }

        private static Level effective(Logger logger) {
            for (Logger at = logger; at != null; at = at.getParent()) {
                if (at.getLevel() != null) {
                    return at.getLevel();
                }
            }
            return Level.INFO;
        }
    }

    private record Filtered(Handler handler, @Nullable Filter before) {
    }

    private final ThreadLocal<String> category = new ThreadLocal<>();
    // Guarded by this.
    private final Map<String, Lowered> lowered = new HashMap<>();
    private final List<Filtered> filtered = new ArrayList<>();

    /**
     * This thread logs in detail from now on.
     *
     * @param own the package whose loggers do
     */
    synchronized void begin(String own) {
        category.set(own);
        if (lowered.isEmpty()) {
            install();
        }
        Lowered entry = lowered.computeIfAbsent(own, Lowered::new);
        entry.threads++;
        if (entry.threshold > DEBUG.intValue()) {
            entry.logger.setLevel(DEBUG);
        }
    }

    /** This thread logs as before. */
    synchronized void end() {
        String own = category.get();
        category.remove();
        Lowered entry = lowered.get(own);
        if (entry == null || --entry.threads > 0) {
            return;
        }
        entry.logger.setLevel(entry.before);
        lowered.remove(own);
        if (lowered.isEmpty()) {
            filtered.forEach(each -> each.handler.setFilter(each.before));
            filtered.clear();
        }
    }

    private void install() {
        for (Handler handler : Logger.getLogger("").getHandlers()) {
            Filter before = handler.getFilter();
            filtered.add(new Filtered(handler, before));
            handler.setFilter(message -> isWanted(message) && (before == null || before.isLoggable(message)));
        }
    }

    private boolean isWanted(LogRecord message) {
        return category.get() != null || message.getLevel().intValue() >= threshold(String.valueOf(message.getLoggerName()));
    }

    /** What a logger would take without this. */
    private synchronized int threshold(String logger) {
        return lowered.entrySet().stream().filter(entry -> covers(entry.getKey(), logger))
                .mapToInt(entry -> entry.getValue().threshold).max().orElse(Integer.MIN_VALUE);
    }

    private static boolean covers(String category, String logger) {
        return logger.equals(category) || logger.startsWith(category + '.') || category.isEmpty();
    }
}
