package dev.punctual.deadletter;

import java.time.Instant;

/**
 * The latest change that somebody made to a letter's bytes.
 *
 * @param revision how often they were changed, 0 for never; of two messages with one letter, the higher one counts
 * @param by who, or an empty string
 * @param at when; meaningless where nobody did
 */
public record Edit(int revision, String by, Instant at) {

    /** Nobody changed them. */
    public static final Edit NONE = new Edit(0, "", Instant.EPOCH);

    /** One more change. */
    public Edit next(String who, Instant when) {
        return new Edit(revision + 1, who, when);
    }
}
