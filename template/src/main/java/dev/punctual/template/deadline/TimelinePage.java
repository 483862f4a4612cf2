package dev.punctual.template.deadline;

import java.util.List;
import java.util.stream.Collectors;

import dev.punctual.template.finding.Finding;

/** Timelines and findings as a page of Markdown. */
final class TimelinePage {

    private static final String HEAD = """
            # Deadlines

            How the time of each handler's events is spent, counted from an event's arrival, while its source has no backlog and
            events fail on their own. "Cold" is where the first environment of each function must be started.
            """;

    private TimelinePage() {
    }

    static String of(List<Timeline> timelines, List<Finding> findings) {
        String said = findings.isEmpty() ? ""
                : findings.stream().map(TimelinePage::of)
                        .collect(Collectors.joining("\n", "\n## What the build says\n\n", "\n"));
        return timelines.stream().map(TimelinePage::of).collect(Collectors.joining("", HEAD, said));
    }

    private static String of(Timeline timeline) {
        return TimelineWords.lines(timeline).stream()
                .map(line -> "| " + line.label() + " | " + escaped(line.words()) + " |")
                .collect(Collectors.joining("\n", "\n## " + escaped(TimelineWords.title(timeline)) + "\n\n| | |\n|---|---|\n",
                        "\n"));
    }

    private static String of(Finding finding) {
        return "- **" + (finding.isError() ? "error" : "warning") + "** " + escaped(finding.toString());
    }

    /** What Markdown would take for more than text. */
    private static String escaped(String text) {
        return text.replace("|", "\\|").replace("<", "&lt;").replace("_", "\\_").replace("*", "\\*");
    }
}
