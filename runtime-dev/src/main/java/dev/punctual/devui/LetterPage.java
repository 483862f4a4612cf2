package dev.punctual.devui;

import java.util.List;

/**
 * The latest letters of a list.
 *
 * @param rows at most {@link #LIMIT}, the latest first
 * @param count how many there are in all
 */
public record LetterPage(List<LetterRow> rows, long count) {

    /** How many letters one page lists. */
    public static final int LIMIT = 100;
}
