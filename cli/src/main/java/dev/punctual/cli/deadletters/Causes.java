package dev.punctual.cli.deadletters;

import dev.punctual.deadletter.DeadLetter;

/** Why letters died, on a line. */
final class Causes {

    private Causes() {
    }

    /** Its latest exception, else the detail of its reason. */
    static String of(DeadLetter letter) {
        return letter.attempts().latest().map(attempt -> {
            String name = attempt.failure().exception();
            String simple = name.substring(name.lastIndexOf('.') + 1);
            return attempt.failure().message().isEmpty() ? simple : simple + ": " + attempt.failure().message();
        }).orElseGet(letter::detail);
    }
}
