package dev.punctual.deadletter;

import java.time.Instant;
import java.util.Optional;

/**
 * Which letters are meant; those that meet every condition that is present.
 *
 * @param id the letter's id
 * @param handler the id of the handler that did not handle the event; an empty string for those without one
 * @param reason why it died
 * @param fingerprint {@link DeadLetter#fingerprint()}
 * @param type the event's type
 * @param correlationId the id of its business transaction
 * @param diedFrom died then or later
 * @param diedBefore died earlier
 */
public record LetterFilter(Optional<String> id, Optional<String> handler, Optional<Reason> reason, Optional<String> fingerprint,
        Optional<String> type, Optional<String> correlationId, Optional<Instant> diedFrom, Optional<Instant> diedBefore) {

    /** Every letter. */
    public static final LetterFilter ALL = new LetterFilter(Optional.empty(), Optional.empty(), Optional.empty(),
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** The letter with an id. */
    public static LetterFilter ofId(String id) {
        return new LetterFilter(Optional.of(id), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** The letters of a group. */
    public static LetterFilter ofGroup(LetterGroup.Key group) {
        return new LetterFilter(Optional.empty(), Optional.of(group.handler()), Optional.of(group.reason()),
                Optional.of(group.fingerprint()), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Whether a letter is meant. */
    public boolean matches(DeadLetter letter) {
        return meets(id, letter.id()) && meets(handler, letter.handler()) && meets(reason, letter.reason())
                && meets(fingerprint, letter.fingerprint()) && meets(type, letter.type())
                && meets(correlationId, letter.correlationId())
                && diedFrom.filter(letter.diedAt()::isBefore).isEmpty()
                && diedBefore.filter(end -> !letter.diedAt().isBefore(end)).isEmpty();
    }

    private static <T> boolean meets(Optional<T> wanted, T value) {
        return wanted.filter(it -> !it.equals(value)).isEmpty();
    }
}
