package dev.punctual.samples.food.driver;

import java.util.List;
import java.util.Locale;

import dev.punctual.deadletter.LetterGroup;

/** Dead letters by their cause, as lines of text. */
final class LetterGroups {

    private LetterGroups() {
    }

    static String table(List<LetterGroup> groups) {
        StringBuilder table = new StringBuilder(String.format(Locale.ROOT, "%-9s%-42s%-13s%-14s%s%n", "letters", "handler",
                "reason", "fingerprint", "latest failure"));
        for (LetterGroup group : groups) {
            LetterGroup.Key key = group.key();
            table.append(String.format(Locale.ROOT, "%-9d%-42s%-13s%-14s%s%n", group.count(),
                    key.handler().isEmpty() ? "none" : key.handler(), key.reason(), key.fingerprint(), failure(group)));
        }
        return table.toString();
    }

    private static String failure(LetterGroup group) {
        return group.example().letter().attempts().latest()
                .map(attempt -> simple(attempt.failure().exception()) + ": " + attempt.failure().message())
                .orElseGet(() -> group.example().letter().detail());
    }

    private static String simple(String exception) {
        return exception.substring(exception.lastIndexOf('.') + 1);
    }
}
