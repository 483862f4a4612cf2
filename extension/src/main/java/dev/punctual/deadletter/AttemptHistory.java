package dev.punctual.deadletter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The failed attempts of an event for one handler: all are counted, the first and the latest are kept.
 *
 * @param count how many attempts failed
 * @param kept at most {@link #LIMIT} of them in their order
 */
public record AttemptHistory(int count, List<Attempt> kept) {

    /** How many attempts are kept, so that an envelope's size stays bounded however often an event is tried. */
    public static final int LIMIT = 32;

    /** No attempt yet. */
    public static final AttemptHistory NONE = new AttemptHistory(0, List.of());

    /** Copies the list. */
    public AttemptHistory {
        kept = List.copyOf(kept);
    }

    /** The latest attempt that failed; empty where none was made. */
    public Optional<Attempt> latest() {
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.get(kept.size() - 1));
    }

    /** The fingerprint of the latest failure; where there is none, the reason in lower case. */
    public String fingerprint(Reason reason) {
        return latest().map(attempt -> attempt.failure().fingerprint()).orElseGet(() -> reason.name().toLowerCase(Locale.ROOT));
    }

    /** This history and one more failed attempt; beyond the limit, the second oldest is dropped. */
    public AttemptHistory plus(Attempt attempt) {
        List<Attempt> attempts = new ArrayList<>(kept);
        if (attempts.size() == LIMIT) {
            attempts.remove(1);
        }
        attempts.add(attempt);
        return new AttemptHistory(count + 1, attempts);
    }
}
