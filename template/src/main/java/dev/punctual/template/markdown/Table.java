package dev.punctual.template.markdown;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A table in Markdown; immutable. Cells are texts, of which nothing is read as Markdown that ends a cell or a row. */
public final class Table {

    private final List<String> head;
    private final List<List<String>> rows;

    private Table(List<String> head, List<List<String>> rows) {
        this.head = head;
        this.rows = rows;
    }

    /** A table without rows. */
    public static Table of(String... head) {
        return new Table(List.of(head), List.of());
    }

    /**
     * The same and one row, below the others.
     *
     * @throws IllegalArgumentException if the row has more or fewer cells than the head
     */
    public Table row(String... cells) {
        if (cells.length != head.size()) {
            throw new IllegalArgumentException(
                    "a row of " + head + " must have " + head.size() + " cells, had " + cells.length);
        }
        List<List<String>> more = new ArrayList<>(rows);
        more.add(List.of(cells));
        return new Table(head, more);
    }

    /** Its text, ending with a newline. */
    public String text() {
        return Stream.of(Stream.of(head, Collections.nCopies(head.size(), "---")), rows.stream()).flatMap(all -> all)
                .map(Table::line).collect(Collectors.joining());
    }

    private static String line(List<String> cells) {
        return cells.stream().map(Table::escaped).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    private static String escaped(String cell) {
        return cell.replace("\\", "\\\\").replace("|", "\\|").replaceAll("\\R", " ");
    }
}
