package dev.punctual.devui;

import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterGroup;

/**
 * Letters of one cause.
 *
 * @param handler the handler's id, or an empty string
 * @param reason why they died
 * @param fingerprint what their failures have in common
 * @param count how many there are
 * @param firstSeen when the first of them died, in ISO 8601
 * @param lastSeen when the last of them died, in ISO 8601
 * @param exception the class of the latest failure, or an empty string
 * @param message of the latest failure, or the reason in a sentence
 */
public record GroupView(String handler, String reason, String fingerprint, long count, String firstSeen, String lastSeen,
        String exception, String message) {

    static GroupView of(LetterGroup group) {
        LetterGroup.Key key = group.key();
        DeadLetter example = group.example().letter();
        return new GroupView(key.handler(), key.reason().name(), key.fingerprint(), group.count(),
                group.firstSeen().toString(), group.lastSeen().toString(),
                example.attempts().latest().map(attempt -> attempt.failure().exception()).orElse(""), message(example));
    }

    static String message(DeadLetter letter) {
        return letter.attempts().latest().map(Attempt::failure).map(failure -> failure.message())
                .filter(message -> !message.isEmpty()).orElse(letter.detail());
    }
}
