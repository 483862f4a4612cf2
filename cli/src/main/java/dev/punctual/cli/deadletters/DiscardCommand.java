package dev.punctual.cli.deadletters;

import dev.punctual.DeadLetters;
import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.DeedOptions;
import dev.punctual.cli.options.Selection;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Progress;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code discard}: letters that nobody needs. */
@Command(name = "discard", sortOptions = false, description = "Remove letters for good, with a reason.", footer = {
        "",
        "Asks first. `export` keeps a copy.",
        "",
        "Examples:",
        "  punctual dead-letters discard 3f9a01bc22 --source orders --why 'a test order'",
        "  punctual dead-letters discard --group undecodable --source orders --why 'load test of May 2nd' --yes" })
final class DiscardCommand extends LetterCommand {

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private DeedOptions deed = new DeedOptions();

    @Option(names = "--why", paramLabel = "REASON", required = true, order = 19, description = "The reason, for the audit.")
    private String why = "";

    @Option(names = "--rate", paramLabel = "N", order = 27, description = "At most so many letters a second.")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(names = "--dry-run", order = 29, description = "Say only what would be done.")
    private boolean dryRun;

    DiscardCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        selection.check();
        if (why.isBlank()) {
            throw new Refusal("--why is empty; say for the audit why the letters are not needed");
        }
        if (!dryRun) {
            deed.checkThatSomebodyCanBeAsked(session(), "Discarding");
        }
        options(dryRun);
        try (Opened opened = open(deed.audit(session()))) {
            String id = Ids.whole(opened.letters(), selection.id());
            LetterFilter filter = selection.filter(id, session().clock().instant());
            long total = dryRun || !deed.asks() ? 0 : ask(opened.letters(), filter);
            OperationReport report = run(opened.letters(), filter, dryRun, total);
            session().out().println((dryRun ? "Would discard " : "Discarded: ") + Counts.letters(report.done()) + " of "
                    + queueName() + Counts.rest(report));
            int code = end(report);
            if (code == ExitCode.DONE && id != null && Counts.none(report)) {
                throw Refusal.notFound(id);
            }
            return code;
        }
    }

    private OperationOptions options(boolean dry) {
        try {
            return new OperationOptions(deed.by(session()), why, dry, rate, OperationOptions.REDRIVE_LIMIT);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--rate is out of range: " + e.getMessage());
        }
    }

    private OperationReport run(DeadLetters letters, LetterFilter filter, boolean dry, long total) {
        try (Progress progress = progress(dry && !dryRun ? "counting" : "discarding", total)) {
            return letters.discard(filter, options(dry), progress);
        }
    }

    private long ask(DeadLetters letters, LetterFilter filter) {
        OperationReport found = run(letters, filter, true, 0);
        if (session().interruption().requested()) {
            throw new Refusal("interrupted; nothing is done", ExitCode.INTERRUPTED);
        }
        if (found.done() > 0) {
            deed.confirm(session(), "Discard " + Counts.letters(found.done()) + " of " + queueName() + " for good?");
        }
        return found.done();
    }
}
