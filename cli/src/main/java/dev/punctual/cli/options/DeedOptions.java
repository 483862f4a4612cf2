package dev.punctual.cli.options;

import java.nio.file.Path;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import picocli.CommandLine.Option;

/** Who does something to letters, where that is written down, and whether to ask first. */
public final class DeedOptions {

    @Option(names = "--by", paramLabel = "NAME", order = 31, description = "Who does it, for the audit (default: your user name).")
    private @Nullable String by;

    @Option(names = "--audit", paramLabel = "FILE", order = 32, description = "Where it is written down, as JSON lines (default: ~/.punctual/audit.jsonl).")
    private @Nullable Path audit;

    @Option(names = { "-y", "--yes" }, order = 33, description = "Do not ask.")
    private boolean yes;

    /** Who does it. */
    public String by(Session session) {
        return by == null ? session.user() : by;
    }

    /** The audit's file. */
    public Path audit(Session session) {
        return audit == null ? session.home().resolve(".punctual").resolve("audit.jsonl") : audit;
    }

    /** Refuses early what nobody could be asked about. */
    public void checkThatSomebodyCanBeAsked(Session session, String what) {
        if (!yes && !session.terminal().asks()) {
            throw new Refusal(what + " asks first, and there is no terminal to ask on; add --yes");
        }
    }

    /** Whether a question is to be asked at all. */
    public boolean asks() {
        return !yes;
    }

    /**
     * Asks whether something is to be done.
     *
     * @throws Refusal if the person says no
     */
    public void confirm(Session session, String question) {
        if (yes) {
            return;
        }
        session.err().print(question + " [y/N] ");
        session.err().flush();
        if (!session.terminal().yes(session.in())) {
            throw new Refusal("Nothing is done");
        }
    }
}
