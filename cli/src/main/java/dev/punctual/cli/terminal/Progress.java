package dev.punctual.cli.terminal;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

import dev.punctual.deadletter.OperationReport;

/**
 * Shows how far long work has come: as a bar on a terminal, elsewhere as a line every 10 s if letters are changed. Safe for use
 * by several threads.
 */
public final class Progress implements Consumer<OperationReport>, AutoCloseable {

    private static final Duration REDRAW = Duration.ofMillis(100);
    private static final Duration LINE = Duration.ofSeconds(10);
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final int BAR = 24;

    private final String doing;
    private final long total;
    private final Terminal terminal;
    private final PrintWriter err;
    private final InstantSource clock;
    private final Instant start;
    private final boolean looks;
    private Instant next;
    private boolean drawn;

    private Progress(String doing, long total, Terminal terminal, PrintWriter err, InstantSource clock, boolean looks) {
        this.doing = doing;
        this.total = total;
        this.terminal = terminal;
        this.err = err;
        this.clock = clock;
        this.looks = looks;
        this.start = clock.instant();
        this.next = start.plus(looks ? PATIENCE : pause());
    }

    /**
     * Of work that changes letters.
     *
     * @param doing such as {@code redriving}
     * @param total how many letters there are, 0 if it is not known
     */
    public static Progress ofDeed(String doing, long total, Terminal terminal, PrintWriter err, InstantSource clock) {
        return new Progress(doing, total, terminal, err, clock, false);
    }

    /**
     * Of work that only looks at letters: shown on a terminal alone, and from its second second on.
     *
     * @param doing such as {@code counting}
     */
    public static Progress ofLook(String doing, Terminal terminal, PrintWriter err, InstantSource clock) {
        return new Progress(doing, 0, terminal, err, clock, true);
    }

    private Duration pause() {
        return terminal.progress() ? REDRAW : LINE;
    }

    @Override
    public synchronized void accept(OperationReport report) {
        Instant now = clock.instant();
        if (now.isBefore(next) || looks && !terminal.progress()) {
            return;
        }
        next = now.plus(pause());
        drawn = terminal.progress();
        String text = text(report, now);
        if (drawn) {
            String cut = text.substring(0, Math.min(text.length(), terminal.width() - 1));
            err.print("\r\u001b[K" + cut);
        } else {
            err.println("punctual: " + text);
        }
        err.flush();
    }

    /** Prints something else where the bar is, and takes the bar away first. */
    public synchronized void aside(Runnable printing) {
        close();
        printing.run();
    }

    private String text(OperationReport report, Instant now) {
        double seconds = Math.max(1, Duration.between(start, now).toMillis()) / 1_000.0;
        String bar = "";
        if (total > 0) {
            int filled = (int) Math.min(BAR, report.done() * BAR / total);
            bar = "[" + "#".repeat(filled) + ".".repeat(BAR - filled) + "] ";
        }
        return String.format(Locale.ROOT, "%s%s: %,d%s of %,d seen, %,.0f a second%s", bar, doing, report.done(),
                total > 0 ? String.format(Locale.ROOT, "/%,d", total) : "", report.seen(), report.seen() / seconds,
                report.failed() > 0 ? String.format(Locale.ROOT, ", %,d failed", report.failed()) : "");
    }

    /** Takes the bar away. */
    @Override
    public synchronized void close() {
        if (drawn) {
            err.print("\r\u001b[K");
            err.flush();
            drawn = false;
        }
    }
}
