package dev.punctual.dispatch;

import java.util.List;

/**
 * The routes to an application's dead-letter methods; immutable.
 *
 * @param all in a stable order
 */
public record LetterRoutes(List<LetterRoute> all) {

    /** Copies the list. */
    public LetterRoutes {
        all = List.copyOf(all);
    }
}
