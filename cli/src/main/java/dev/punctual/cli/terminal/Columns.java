package dev.punctual.cli.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A table whose rows are written as they come: on a terminal its columns have the widths that fit into the window, elsewhere
 * they are separated by tabs and nothing is cut.
 */
public final class Columns {

    /**
     * A column.
     *
     * @param title its heading
     * @param width in a window that is wide enough
     * @param least in a narrow one
     */
    public record Column(String title, int width, int least) {
    }

    private static final String GAP = "  ";

    private final List<Column> columns;
    private final List<Integer> widths;
    private final boolean fitted;

    /**
     * @param columns the last one takes all the room that is left
     */
    public Columns(List<Column> columns, Terminal terminal) {
        this.columns = columns;
        this.fitted = terminal.tables();
        this.widths = fitted ? widths(columns, terminal.width()) : List.of();
    }

    private static List<Integer> widths(List<Column> columns, int window) {
        int room = window - GAP.length() * (columns.size() - 1);
        int wanted = columns.stream().mapToInt(Column::width).sum();
        int least = columns.stream().mapToInt(Column::least).sum();
        int spare = Math.max(0, Math.min(wanted, room) - least);
        List<Integer> widths = new ArrayList<>();
        int left = room;
        for (Column column : columns.subList(0, columns.size() - 1)) {
            int width = column.least() + (column.width() - column.least()) * spare / Math.max(1, wanted - least);
            widths.add(width);
            left -= width;
        }
        widths.add(Math.max(columns.get(columns.size() - 1).least(), left));
        return widths;
    }

    /** The line with the headings. */
    public String heading() {
        return row(columns.stream().map(Column::title).toList());
    }

    /** The line with some values, one for each column. */
    public String row(List<String> values) {
        if (!fitted) {
            return values.stream().map(Printable::line).collect(Collectors.joining("\t"));
        }
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            line.append(i == 0 ? "" : GAP).append(fit(Printable.line(values.get(i)), widths.get(i)));
        }
        return line.toString().stripTrailing();
    }

    private static String fit(String value, int width) {
        int length = value.codePointCount(0, value.length());
        return length <= width ? value + " ".repeat(width - length)
                : value.substring(0, value.offsetByCodePoints(0, width - 1)) + '…';
    }
}
