package dev.punctual.devui;

import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.StoredLetter;

/**
 * One letter in full.
 *
 * @param id the letter's id
 * @param reason why it died
 * @param detail the reason in a sentence
 * @param handler the handler's id, or an empty string
 * @param fingerprint what its failure has in common with others
 * @param facts what else it says, in the order of a page
 * @param arrival T0, in ISO 8601
 * @param deadline D, in ISO 8601
 * @param diedAt in ISO 8601
 * @param attempts how many failed
 * @param timeline the attempts that are kept
 * @param payload the event's
 */
public record LetterView(String id, String reason, String detail, String handler, String fingerprint, List<Fact> facts,
        String arrival, String deadline, String diedAt, int attempts, List<AttemptView> timeline, PayloadView payload) {

    /** A line about a letter. */
    public record Fact(String name, String value) {
    }

    static LetterView of(StoredLetter stored, PayloadView payload) {
        DeadLetter letter = stored.letter();
        return new LetterView(letter.id(), letter.reason().name(), letter.detail(), letter.handler(), letter.fingerprint(),
                Facts.of(stored), letter.deadline().arrival().toString(), letter.deadline().at().toString(),
                letter.diedAt().toString(), letter.attempts().count(),
                letter.attempts().kept().stream().map(AttemptView::of).toList(), payload);
    }
}
