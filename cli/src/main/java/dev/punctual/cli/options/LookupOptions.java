package dev.punctual.cli.options;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.punctual.deadletter.LetterFilter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which letters are looked at. */
public final class LookupOptions {

    @Mixin
    private FilterOptions filters = new FilterOptions();

    @Option(names = "--id", paramLabel = "ID", order = 19, description = "Only the letter with this id.")
    private @Nullable String id;

    @Option(names = "--fingerprint", paramLabel = "FINGERPRINT", order = 20, description = "Only letters of this cause.")
    private @Nullable String fingerprint;

    /** The id, if one was given. */
    public @Nullable String id() {
        return id;
    }

    /**
     * The filter.
     *
     * @param fullId instead of the one given, which may be a short one
     */
    public LetterFilter filter(@Nullable String fullId, Instant now) {
        return filters.filter(fullId, fingerprint, now);
    }
}
