package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A timeline in words: what is said of it, whatever it is written on. */
final class TimelineWords {

    /** A label and what is said under it. */
    record Line(String label, String words) {
    }

    private TimelineWords() {
    }

    /** Such as {@code com.acme.Orders#placed (stream orders) within 5s}. */
    static String title(Timeline timeline) {
        return timeline.handler().method() + " (" + timeline.handler().source().described() + ") "
                + timeline.promise().map(promise -> "within " + Spans.text(promise.budget())).orElse("without a deadline");
    }

    static List<Line> lines(Timeline timeline) {
        List<Line> lines = new ArrayList<>();
        lines.add(new Line("first attempt", "by " + warmAndCold(timeline.arrival().warm(), timeline.arrival().cold())));
        timeline.promise().ifPresentOrElse(promise -> lines.addAll(promised(promise)),
                () -> lines.add(new Line("attempts", "1; if it fails, the event is a dead letter at once")));
        lines.add(new Line("a crash adds", crash(timeline.crash())));
        return lines;
    }

    private static List<Line> promised(Promise promise) {
        String last = promise.lastStart().isNegative() ? "none: the budget is too short for any"
                : "starts by " + Spans.text(promise.lastStart());
        return List.of(new Line("attempts", attempts(promise.warm().attempts(), promise.cold().attempts())),
                new Line("last attempt", last),
                new Line("dead letter", "by " + warmAndCold(promise.warm().deadLetter(), promise.cold().deadLetter())));
    }

    private static String warmAndCold(Duration warm, Duration cold) {
        return warm.equals(cold) ? Spans.text(warm) : Spans.text(warm) + ", cold by " + Spans.text(cold);
    }

    private static String attempts(Attempts warm, Attempts cold) {
        String most = warm.most() == Integer.MAX_VALUE ? "no limit" : String.valueOf(warm.most());
        return counted(warm.typical()) + " typically (" + warm.least() + " at least, " + most + " at most); cold "
                + counted(cold.typical()) + " ("
                + cold.least() + " at least)";
    }

    private static String counted(int attempts) {
        return attempts >= TypicalAttempts.MOST_COUNTED ? attempts + " or more" : String.valueOf(attempts);
    }

    private static String crash(Crash crash) {
        return "up to " + Spans.text(crash.inFirst()) + " in the stream function"
                + crash.inRetry().map(retry -> ", " + Spans.text(retry) + " in the retry function").orElse("");
    }
}
