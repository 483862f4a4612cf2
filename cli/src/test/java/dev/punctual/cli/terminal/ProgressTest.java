package dev.punctual.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.OperationReport;

class ProgressTest {

    private static final Terminal WINDOW = new Terminal(true, true, true, 60);

    private final StringWriter err = new StringWriter();
    private final PrintWriter printer = new PrintWriter(err, true);
    private Instant now = Instant.parse("2026-01-01T12:00:00Z");

    private Progress deed(long total, Terminal terminal) {
        return Progress.ofDeed("redriving", total, terminal, printer, () -> now);
    }

    private Progress look(Terminal terminal) {
        return Progress.ofLook("counting", terminal, printer, () -> now);
    }

    private void tell(Progress progress, Duration after, long seen, long done) {
        now = now.plus(after);
        progress.accept(new OperationReport(seen, done, 0, 0, List.of(), false));
    }

    @Test
    void drawsABarOfADeedWithinTheWindowAndTakesItAway() {
        Progress progress = deed(40, WINDOW);

        tell(progress, Duration.ofSeconds(2), 20, 10);
        progress.close();

        assertThat(err).hasToString("\r\u001b[K[######..................] redriving: 10/40 of 20 seen, 10 \r\u001b[K");
    }

    @Test
    void writesALineOfADeedEveryTenSecondsWhereThereIsNoTerminal() {
        Progress progress = deed(0, Terminal.NONE);

        tell(progress, Duration.ofSeconds(9), 9, 9);
        tell(progress, Duration.ofSeconds(2), 11, 11);
        tell(progress, Duration.ofSeconds(2), 13, 13);

        assertThat(err.toString().lines()).containsExactly("punctual: redriving: 11 of 11 seen, 1 a second");
    }

    @Test
    void showsLookingOnceItTakesMoreThanASecond() {
        Progress progress = look(WINDOW);

        tell(progress, Duration.ofMillis(900), 10, 10);
        assertThat(err.toString()).isEmpty();
        tell(progress, Duration.ofMillis(1_100), 4_000, 3_000);

        assertThat(err).hasToString("\r\u001b[Kcounting: 3,000 of 4,000 seen, 2,000 a second");
    }

    @Test
    void neverShowsLookingWhereThereIsNoTerminal() {
        Progress progress = look(Terminal.NONE);

        tell(progress, Duration.ofMinutes(5), 10, 10);

        assertThat(err.toString()).isEmpty();
    }

    @Test
    void givesWayToRows() {
        Progress progress = look(WINDOW);
        tell(progress, Duration.ofSeconds(2), 2, 2);

        progress.aside(() -> printer.print("a row"));
        progress.close();

        assertThat(err.toString()).endsWith(" a second\r\u001b[Ka row");
    }
}
