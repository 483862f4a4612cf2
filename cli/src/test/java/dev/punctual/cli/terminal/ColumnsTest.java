package dev.punctual.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.cli.terminal.Columns.Column;

class ColumnsTest {

    private static final List<Column> COLUMNS = List.of(new Column("COUNT", 7, 5), new Column("HANDLER", 26, 6),
            new Column("EXAMPLE", 60, 8));

    private static Columns within(int width) {
        return new Columns(COLUMNS, new Terminal(false, true, false, width));
    }

    @ParameterizedTest
    @ValueSource(ints = { 40, 60, 80, 120, 200 })
    void fitsItsRowsIntoTheWindow(int width) {
        Columns columns = within(width);

        String row = columns.row(List.of("12", "dev.acme.shop.Orders#notifyRestaurant", "x".repeat(300)));

        assertThat(row).hasSize(width).startsWith("12 ").endsWith("…");
        assertThat(columns.heading()).hasSizeLessThanOrEqualTo(width).startsWith("COUNT  ").endsWith("  EXAMPLE");
    }

    @Test
    void cutsNothingWhereThereIsNoWindow() {
        String row = new Columns(COLUMNS, Terminal.NONE).row(List.of("12", "Orders#notify", "x".repeat(300)));

        assertThat(row).isEqualTo("12\tOrders#notify\t" + "x".repeat(300));
    }

    @Test
    void keepsOthersFromSteeringTheTerminal() {
        assertThat(within(80).row(List.of("1", "a\u001b[2Jb", "c\nd"))).contains("a\uFFFD[2Jb").doesNotContain("\n", "\u001b");
    }
}
