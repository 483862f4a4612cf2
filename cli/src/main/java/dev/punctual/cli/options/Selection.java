package dev.punctual.cli.options;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.outcome.Refusal;
import dev.punctual.deadletter.LetterFilter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which letters something is done to: one, a group, or all; never all by omission. */
public final class Selection {

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The letter's id, or its short id.")
    private @Nullable String id;

    @Option(names = "--group", paramLabel = "FINGERPRINT", order = 17, description = "Every letter of this cause.")
    private @Nullable String group;

    @Option(names = "--all", order = 18, description = "Every letter that the other options do not leave out.")
    private boolean all;

    @Mixin
    private FilterOptions filters = new FilterOptions();

    /** The id, if one was given. */
    public @Nullable String id() {
        return id;
    }

    /** Refuses a selection that is none, or several at once. */
    public void check() {
        int named = (id == null ? 0 : 1) + (group == null ? 0 : 1) + (all ? 1 : 0);
        if (named != 1) {
            throw new Refusal((named == 0 ? "No letters are named" : "Letters are named in " + named + " ways")
                    + "; give one of: an ID, --group FINGERPRINT, --all");
        }
    }

    /**
     * The filter.
     *
     * @param fullId instead of the one given, which may be a short one
     */
    public LetterFilter filter(@Nullable String fullId, Instant now) {
        return filters.filter(fullId, group, now);
    }
}
