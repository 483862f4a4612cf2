package dev.punctual.cli.deadletters;

import java.time.Instant;
import java.util.List;

import dev.punctual.DeadLetters;
import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.LookupOptions;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.show.LetterJson;
import dev.punctual.cli.show.ShortId;
import dev.punctual.cli.terminal.Columns;
import dev.punctual.cli.terminal.Columns.Column;
import dev.punctual.cli.terminal.Progress;
import dev.punctual.cli.terminal.Times;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.StoredLetter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code list}: letters as they come, one a row. */
@Command(name = "list", sortOptions = false, description = "List letters as they come, in no order.", footer = {
        "",
        "On a terminal letters are listed by their short ids; elsewhere, and with --json, by their whole ids.",
        "",
        "Examples:",
        "  punctual dead-letters list --source orders --reason DEADLINE --since 2h",
        "  punctual dead-letters list --source orders --json | jq -r .correlationId" })
final class ListCommand extends LetterCommand {

    private static final List<Column> COLUMNS = List.of(new Column("ID", 10, 10), new Column("DIED", 15, 15),
            new Column("REASON", 15, 10), new Column("TYPE", 18, 6), new Column("HANDLER", 26, 6),
            new Column("FAILURE", 60, 8));

    @Mixin
    private LookupOptions lookup = new LookupOptions();

    @Option(names = "--limit", paramLabel = "N", order = 40, description = "At most so many letters.")
    private long limit = Long.MAX_VALUE;

    @Option(names = "--json", order = 41, description = "A JSON object a line.")
    private boolean json;

    ListCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new Refusal("--limit is " + limit + "; it must be at least 1");
        }
        try (Opened opened = open()) {
            return list(opened.letters());
        }
    }

    private int list(DeadLetters letters) {
        Columns table = new Columns(COLUMNS, session().terminal());
        LetterFilter filter = lookup.filter(Ids.whole(letters, lookup.id()), session().clock().instant());
        long[] count = { 0 };
        OperationReport report;
        try (Progress progress = looking("listing", json)) {
            report = letters.browse(filter, stored -> {
                progress.aside(() -> row(table, stored, count[0] == 0));
                return ++count[0] < limit && !session().out().checkError();
            }, progress);
        }
        if (count[0] == 0 && !session().interruption().requested()) {
            session().tell("No letters in " + queueName() + " meet this");
            return lookup.id() == null ? end(report) : ExitCode.NOT_FOUND;
        }
        return end(report);
    }

    private void row(Columns table, StoredLetter stored, boolean first) {
        if (json) {
            session().out().println(LetterJson.object(object -> LetterJson.summary(object, stored)));
        } else {
            if (first) {
                session().out().println(table.heading());
            }
            session().out().println(table.row(values(stored.letter())));
        }
        session().out().flush();
    }

    private List<String> values(DeadLetter letter) {
        boolean person = session().terminal().tables();
        Instant now = session().clock().instant();
        return List.of(person ? ShortId.of(letter.id()) : letter.id(),
                person ? Times.ago(letter.diedAt(), now) : letter.diedAt().toString(), letter.reason().name(), letter.type(),
                letter.handler().isEmpty() ? "-" : letter.handler(), Causes.of(letter));
    }
}
