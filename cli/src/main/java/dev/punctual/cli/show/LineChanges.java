package dev.punctual.cli.show;

import java.util.List;

/** What differs between two texts: the lines between their common beginning and their common end. */
public final class LineChanges {

    private static final int MOST = 20;

    private LineChanges() {
    }

    /** Lines that go, with a minus before, and lines that come, with a plus before; each ends with a line break. */
    public static String between(String before, String after) {
        List<String> old = before.lines().toList();
        List<String> now = after.lines().toList();
        int shorter = Math.min(old.size(), now.size());
        int start = 0;
        while (start < shorter && old.get(start).equals(now.get(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
            end++;
        }
        return marked("- ", old.subList(start, old.size() - end)) + marked("+ ", now.subList(start, now.size() - end));
    }

    private static String marked(String mark, List<String> lines) {
        StringBuilder text = new StringBuilder();
        lines.stream().limit(MOST).forEach(line -> text.append(mark).append(line).append('\n'));
        return lines.size() > MOST
                ? text.append(mark).append("… and ").append(lines.size() - MOST).append(" lines more\n").toString()
                : text.toString();
    }
}
