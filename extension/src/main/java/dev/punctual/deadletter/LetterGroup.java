package dev.punctual.deadletter;

import java.time.Instant;

/**
 * Letters of one cause.
 *
 * @param key what they have in common
 * @param count how many there are
 * @param firstSeen when the first of them died
 * @param lastSeen when the last of them died
 * @param example the last of them, whose failure explains them all
 */
public record LetterGroup(Key key, long count, Instant firstSeen, Instant lastSeen, StoredLetter example) {

    /**
     * What the letters of a group have in common.
     *
     * @param handler the id of the handler, or an empty string
     * @param reason why they died
     * @param fingerprint {@link DeadLetter#fingerprint()}
     */
    public record Key(String handler, Reason reason, String fingerprint) {

        /** The group that a letter belongs to. */
        public static Key of(DeadLetter letter) {
            return new Key(letter.handler(), letter.reason(), letter.fingerprint());
        }
    }
}
