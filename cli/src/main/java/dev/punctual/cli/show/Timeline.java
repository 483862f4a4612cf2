package dev.punctual.cli.show;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.punctual.cli.terminal.Printable;
import dev.punctual.cli.terminal.Times;
import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.DeadLetter;

/** Attempts one below the other, by the time since the event's budget began. */
final class Timeline {

    private Timeline() {
    }

    static void add(StringBuilder page, DeadLetter letter) {
        List<Attempt> kept = letter.attempts().kept();
        int count = letter.attempts().count();
        if (count == 0) {
            page.append("\nAttempts: none\n");
            return;
        }
        page.append("\nAttempts: ").append(count)
                .append(count > kept.size() ? ", the first and the latest " + (kept.size() - 1) + " kept" : "").append('\n');
        Instant start = letter.deadline().arrival();
        String last = "";
        for (Attempt attempt : kept) {
            String failure = failure(attempt);
            page.append(
                    String.format("  #%-3d %10s  took %-9s  %s  %s%n", attempt.number(), Times.after(start, attempt.start()),
                            Times.length(Duration.between(attempt.start(), attempt.end())), Printable.line(attempt.function()),
                            failure.equals(last) ? "(as before)" : failure));
            last = failure;
        }
        page.append(String.format("  end  %10s  %s%n", Times.after(start, letter.diedAt()), letter.reason()));
    }

    private static String failure(Attempt attempt) {
        String name = attempt.failure().exception();
        String simple = name.substring(name.lastIndexOf('.') + 1);
        return Printable.line(attempt.failure().message().isEmpty() ? simple : simple + ": " + attempt.failure().message());
    }
}
