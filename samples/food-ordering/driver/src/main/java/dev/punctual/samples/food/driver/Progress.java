package dev.punctual.samples.food.driver;

import java.io.PrintStream;
import java.util.Locale;

/** Shows how far the run is: one line that changes on a terminal, a line every few seconds elsewhere. */
final class Progress {

    private static final long PLAIN_EVERY_MILLIS = 5_000;

    private final PrintStream out;
    private final boolean terminal;
    private long nextPlainMillis;

    Progress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    void show(long elapsedMillis, int placed, int orders, Accounts accounts) {
        String line = String.format(Locale.ROOT, "%5.1f s  orders %d/%d  events %d  handled %d  dead letters %d  under way %d",
                elapsedMillis / 1_000.0, placed, orders, accounts.events(), accounts.handledEvents(), accounts.deadEvents(),
                accounts.unsettled());
        if (terminal) {
            out.print("\r\033[K" + line);
            out.flush();
        } else if (elapsedMillis >= nextPlainMillis) {
            nextPlainMillis = elapsedMillis + PLAIN_EVERY_MILLIS;
            out.println(line);
        }
    }

    void end() {
        if (terminal) {
            out.println();
        }
    }
}
