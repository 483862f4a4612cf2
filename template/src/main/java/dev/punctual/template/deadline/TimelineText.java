package dev.punctual.template.deadline;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Timelines as aligned lines. */
final class TimelineText {

    private TimelineText() {
    }

    static String of(List<Timeline> timelines) {
        return timelines.stream().map(TimelineText::of).collect(Collectors.joining("\n"));
    }

    private static String of(Timeline timeline) {
        return TimelineWords.lines(timeline).stream()
                .map(line -> String.format(Locale.ROOT, "  %-14s %s\n", line.label(), line.words()))
                .collect(Collectors.joining("", TimelineWords.title(timeline) + '\n', ""));
    }
}
