package dev.punctual.cli.deadletters;

import java.time.Instant;
import java.util.List;

import dev.punctual.DeadLetters;
import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.LookupOptions;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.show.LetterJson;
import dev.punctual.cli.terminal.Columns;
import dev.punctual.cli.terminal.Columns.Column;
import dev.punctual.cli.terminal.Progress;
import dev.punctual.cli.terminal.Times;
import dev.punctual.deadletter.LetterGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code groups}: letters by their cause. */
@Command(name = "groups", sortOptions = false, description = "Count letters by their cause, most frequent first.", footer = {
        "",
        "Examples:",
        "  punctual dead-letters groups --source orders",
        "  punctual dead-letters groups --source orders --since 1d --json | jq '.groups[0]'" })
final class GroupsCommand extends LetterCommand {

    private static final List<Column> COLUMNS = List.of(new Column("COUNT", 7, 5), new Column("FINGERPRINT", 15, 15),
            new Column("REASON", 15, 10), new Column("HANDLER", 26, 6), new Column("FIRST", 15, 9), new Column("LAST", 15, 9),
            new Column("EXAMPLE", 60, 8));

    @Mixin
    private LookupOptions lookup = new LookupOptions();

    @Option(names = "--json", order = 41, description = "One JSON document.")
    private boolean json;

    GroupsCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() {
        try (Opened opened = open()) {
            List<LetterGroup> groups = groups(opened.letters());
            if (json) {
                session().out().println(document(groups));
            } else {
                table(groups);
            }
        }
        if (session().interruption().requested()) {
            session().tell("punctual: interrupted; letters that were not seen are not counted");
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.DONE;
    }

    private List<LetterGroup> groups(DeadLetters letters) {
        String id = Ids.whole(letters, lookup.id());
        try (Progress progress = looking("counting", json)) {
            return letters.groups(lookup.filter(id, session().clock().instant()), progress);
        }
    }

    private String document(List<LetterGroup> groups) {
        return LetterJson.object(object -> {
            object.writeStringField("queue", queueName());
            object.writeArrayFieldStart("groups");
            for (LetterGroup group : groups) {
                LetterJson.group(object, group);
            }
            object.writeEndArray();
        });
    }

    private void table(List<LetterGroup> groups) {
        if (groups.isEmpty()) {
            session().tell("No letters in " + queueName() + " meet this");
            return;
        }
        Columns table = new Columns(COLUMNS, session().terminal());
        session().out().println(table.heading());
        groups.forEach(group -> session().out().println(table.row(values(group))));
        if (session().terminal().tables()) {
            session().out().println("\nReplay one:  punctual dead-letters redrive --group " + groups.get(0).key().fingerprint()
                    + queue().again());
        }
    }

    private List<String> values(LetterGroup group) {
        return List.of(Long.toString(group.count()), group.key().fingerprint(), group.key().reason().name(),
                group.key().handler().isEmpty() ? "-" : group.key().handler(), time(group.firstSeen()), time(group.lastSeen()),
                Causes.of(group.example().letter()));
    }

    private String time(Instant at) {
        return session().terminal().tables() ? Times.ago(at, session().clock().instant()) : at.toString();
    }
}
