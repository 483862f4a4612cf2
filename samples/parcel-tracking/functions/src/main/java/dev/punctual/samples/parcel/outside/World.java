package dev.punctual.samples.parcel.outside;

import jakarta.enterprise.context.ApplicationScoped;

import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Whoever handlers call, made up: a name begins with its kind, such as {@code flaky-printer}, and fares the same in each run.
 *
 * <p>
 * Kinds: <em>flaky</em> does not answer twice, then does; <em>busy</em> never answers; <em>gone</em> never will;
 * <em>deadly</em> ends the process, where the configuration allows it; all others answer at once.
 */
@ApplicationScoped
public class World {

    private static final int FAILURES_OF_THE_FLAKY = 2;
    private static final int EXIT_STATUS = 86;

    private final boolean mayKill;

    /**
     * @param mayKill whether deadly ones end the process
     */
    public World(@ConfigProperty(name = "world.may-kill", defaultValue = "false") boolean mayKill) {
        this.mayKill = mayKill;
    }

    /**
     * Calls somebody.
     *
     * @param attempt how often it was tried for this event, this time included
     * @throws IllegalStateException if there was no answer
     * @throws NoLongerThereException if there never will be one
     */
    public void call(String whom, int attempt) {
        switch (kind(whom)) {
            case "flaky" -> answer(whom, attempt > FAILURES_OF_THE_FLAKY);
            case "busy" -> answer(whom, false);
            case "gone" -> throw new NoLongerThereException(whom + " is gone for good");
            case "deadly" -> kill();
            default -> answer(whom, true);
        }
    }

    private static String kind(String whom) {
        int hyphen = whom.indexOf('-');
        return hyphen < 0 ? whom : whom.substring(0, hyphen);
    }

    private static void answer(String whom, boolean answers) {
        if (!answers) {
            throw new IllegalStateException(whom + " does not answer");
        }
    }

    // As a fault in native code would: no handler is told, and no shutdown hook runs.
    private void kill() {
        if (mayKill) {
            Runtime.getRuntime().halt(EXIT_STATUS);
        }
    }
}
