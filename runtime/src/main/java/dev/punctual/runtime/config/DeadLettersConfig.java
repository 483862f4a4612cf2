package dev.punctual.runtime.config;

import java.util.List;
import java.util.Optional;

/** What goes into dead letters. */
public interface DeadLettersConfig {

    /**
     * Regular expressions, as Java writes them, of what is taken out of the messages of exceptions before they go into dead
     * letters and the ledger: {@code [redacted]} stands in its place. A comma within one is written {@code \,}, or each
     * has a property of its own, {@code redact[0]} and so on.
     */
    Optional<List<String>> redact();
}
