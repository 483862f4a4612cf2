package dev.punctual.cli.options;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.Reason;
import picocli.CommandLine.Option;

/** Which letters are meant, by what they say; those that meet all options. */
public final class FilterOptions {

    @Option(names = "--handler", paramLabel = "ID", order = 21, description = "Only letters of this handler; '' for those without one.")
    private @Nullable String handler;

    @Option(names = "--reason", paramLabel = "REASON", order = 22, description = "Only letters of this reason: ${COMPLETION-CANDIDATES}.")
    private @Nullable Reason reason;

    @Option(names = "--type", paramLabel = "TYPE", order = 23, description = "Only events of this type.")
    private @Nullable String type;

    @Option(names = "--correlation-id", paramLabel = "ID", order = 24, description = "Only events of this business transaction.")
    private @Nullable String correlationId;

    @Option(names = "--since", paramLabel = "TIME", order = 25, description = "Died then or later: an instant, or how long ago, such as 2h.")
    private @Nullable String since;

    @Option(names = "--until", paramLabel = "TIME", order = 26, description = "Died earlier: an instant, or how long ago, such as 30m.")
    private @Nullable String until;

    /**
     * The filter, with an id or a fingerprint where there is one.
     *
     * @throws dev.punctual.cli.outcome.Refusal if a time cannot be read
     */
    public LetterFilter filter(@Nullable String id, @Nullable String fingerprint, Instant now) {
        return new LetterFilter(Optional.ofNullable(id), Optional.ofNullable(handler), Optional.ofNullable(reason),
                Optional.ofNullable(fingerprint), Optional.ofNullable(type), Optional.ofNullable(correlationId),
                Optional.ofNullable(since).map(text -> Durations.moment("--since", text, now)),
                Optional.ofNullable(until).map(text -> Durations.moment("--until", text, now)));
    }
}
