package dev.punctual.devui;

import java.util.Locale;
import java.util.stream.Stream;

import dev.punctual.deadletter.DeadLetter;

/**
 * A letter in a list.
 *
 * @param id the letter's id
 * @param eventId the event's own id, or an empty string
 * @param type the event's type, or an empty string
 * @param correlationId the id of its business transaction, or an empty string
 * @param diedAt in ISO 8601
 * @param attempts how many failed
 * @param redriven how often it was redriven before
 * @param message of the latest failure, or the reason in a sentence
 */
public record LetterRow(String id, String eventId, String type, String correlationId, String diedAt, int attempts, int redriven,
        String message) {

    static LetterRow of(DeadLetter letter) {
        return new LetterRow(letter.id(), letter.eventId(), letter.type(), letter.correlationId(), letter.diedAt().toString(),
                letter.attempts().count(), letter.redrive().count(), GroupView.message(letter));
    }

    /** Whether what a person typed is part of anything a letter says, its payload aside; upper and lower case are the same. */
    static boolean mentions(DeadLetter letter, String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        Stream<String> failures = letter.attempts().kept().stream()
                .flatMap(attempt -> Stream.of(attempt.failure().exception(), attempt.failure().message()));
        Stream<String> facts = Stream.of(letter.id(), letter.eventId(), letter.type(), letter.correlationId(), letter.handler(),
                letter.reason().name(), letter.fingerprint(), letter.detail(), letter.event().partitionKey());
        return Stream.concat(facts, failures).anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(wanted));
    }
}
