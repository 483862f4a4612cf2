package dev.punctual.template.deadline;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.punctual.template.deadline.Timeline.Limits;

/** Time lines for people. */
final class TimelineText {

    private static final String HEAD = """
            # Deadlines

            What becomes of an event, and when, from its arrival on; while the platform is reachable.

            | handler | budget | first attempt by, warm / cold | attempts, at least / typically | last one starts by | dead letter by \
            | after a crash of the stream / retry function |
            |---|---|---|---|---|---|---|
            """;

    private TimelineText() {
    }

    static String lines(List<Timeline> timelines) {
        return timelines.stream().map(TimelineText::lines).collect(Collectors.joining("\n"));
    }

    private static String lines(Timeline timeline) {
        List<String> lines = new ArrayList<>();
        lines.add(timeline.handler().id() + ", of the " + timeline.handler().source().described() + ", "
                + timeline.limits().map(limits -> "within " + Words.of(limits.budget())).orElse("without a budget"));
        lines.add("  first attempt  by " + Words.of(timeline.firstWarm()) + ", or " + Words.of(timeline.firstCold())
                + " if an environment has to start");
        timeline.limits().ifPresentOrElse(limits -> lines.addAll(lines(limits)),
                () -> lines.add("  attempts       one, whenever it comes"));
        return String.join("\n", lines);
    }

    private static List<String> lines(Limits limits) {
        return List.of(
                "  attempts       at least " + Words.attempts(limits.least()) + ", typically "
                        + Words.attempts(limits.typical())
                        + ", if one takes " + Words.of(limits.attempt()) + (limits.assumed() ? " (assumed)" : ""),
                "  last attempt   starts by " + Words.of(limits.lastStart()) + ", leaving " + Words.of(limits.guard())
                        + " for the letter",
                "  dead letter    by " + Words.of(limits.budget()) + crashes(limits));
    }

    private static String crashes(Limits limits) {
        return "; after a crash " + Words.of(limits.afterStreamCrash()) + " later (stream function)"
                + limits.afterRetryCrash().map(later -> " or " + Words.of(later) + " (retry function)").orElse("");
    }

    static String markdown(List<Timeline> timelines) {
        return timelines.stream().map(TimelineText::row).collect(Collectors.joining("", HEAD, ""));
    }

    private static String row(Timeline timeline) {
        String first = "| " + timeline.handler().id() + " | "
                + timeline.limits().map(limits -> Words.of(limits.budget())).orElse("none") + " | "
                + Words.of(timeline.firstWarm()) + " / " + Words.of(timeline.firstCold()) + " | ";
        return first + timeline.limits().map(TimelineText::cells).orElse("1 / 1 | | | ") + "|\n";
    }

    private static String cells(Limits limits) {
        return Words.attempts(limits.least()) + " / " + Words.attempts(limits.typical()) + " | "
                + Words.of(limits.lastStart()) + " | " + Words.of(limits.budget()) + " | +"
                + Words.of(limits.afterStreamCrash())
                + limits.afterRetryCrash().map(later -> " / +" + Words.of(later)).orElse("")
                + ' ';
    }
}
