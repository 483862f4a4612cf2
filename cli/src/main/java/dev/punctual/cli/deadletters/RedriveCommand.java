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

/** {@code redrive}: events begin a new life. */
@Command(name = "redrive", sortOptions = false, description = "Send events to the retry queue, with a new time budget, and remove their letters.", footer = {
        "",
        "More than one letter: asks first. Interrupted or failed in part, the same command goes on with what is left;",
        "an event whose letter was not removed in time may be handled twice, and never is lost.",
        "",
        "Examples:",
        "  punctual dead-letters redrive 3f9a01bc22 --source orders",
        "  punctual dead-letters redrive --group 0123456789ab --source orders --dry-run",
        "  punctual dead-letters redrive --all --since 2h --source orders --rate 50 --yes" })
final class RedriveCommand extends LetterCommand {

    @Mixin
    private Selection selection = new Selection();

    @Mixin
    private DeedOptions deed = new DeedOptions();

    @Option(names = "--rate", paramLabel = "N", order = 27, description = "At most so many letters a second.")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(names = "--redrive-limit", paramLabel = "N", order = 28, description = "Leave letters in the queue that were redriven so often (default: ${DEFAULT-VALUE}).")
    private int redriveLimit = OperationOptions.REDRIVE_LIMIT;

    @Option(names = "--dry-run", order = 29, description = "Say only what would be done.")
    private boolean dryRun;

    RedriveCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        selection.check();
        boolean asks = selection.id() == null && !dryRun;
        if (asks) {
            deed.checkThatSomebodyCanBeAsked(session(), "Redriving more than one letter");
        }
        OperationOptions options = options(dryRun);
        try (Opened opened = open(deed.audit(session()))) {
            String id = Ids.whole(opened.letters(), selection.id());
            LetterFilter filter = selection.filter(id, session().clock().instant());
            long total = asks && deed.asks() ? ask(opened.letters(), filter) : 0;
            OperationReport report = run(opened.letters(), filter, options, "redriving", total);
            return conclude(report);
        }
    }

    private OperationOptions options(boolean dry) {
        try {
            return new OperationOptions(deed.by(session()), "", dry, rate, redriveLimit);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--rate or --redrive-limit is out of range: " + e.getMessage());
        }
    }

    private OperationReport run(DeadLetters letters, LetterFilter filter, OperationOptions options, String doing, long total) {
        try (Progress progress = progress(doing, total)) {
            return letters.redrive(filter, options, progress);
        }
    }

    private long ask(DeadLetters letters, LetterFilter filter) {
        OperationReport found = run(letters, filter, options(true), "counting", 0);
        if (session().interruption().requested()) {
            throw new Refusal("interrupted; nothing is done", ExitCode.INTERRUPTED);
        }
        if (found.done() > 0) {
            deed.confirm(session(), "Redrive " + Counts.letters(found.done()) + " from " + queueName() + " to "
                    + queue().place().queues().retries().name()
                    + (found.quarantined() > 0 ? ", leaving " + found.quarantined() + " in quarantine" : "") + "?");
        }
        return found.done();
    }

    private int conclude(OperationReport report) {
        String did = dryRun ? "Would redrive " : "Redriven: ";
        session().out().println(did + Counts.letters(report.done()) + " from " + queueName() + Counts.rest(report));
        if (report.quarantined() > 0) {
            session().tell("punctual: " + Counts.letters(report.quarantined()) + " in quarantine, redriven " + redriveLimit
                    + " times or more; raise --redrive-limit once the cause is mended, or discard them");
        }
        int code = end(report);
        return code == ExitCode.DONE && selection.id() != null && Counts.none(report) ? nothing() : code;
    }

    private int nothing() {
        throw Refusal.notFound(String.valueOf(selection.id()));
    }
}
