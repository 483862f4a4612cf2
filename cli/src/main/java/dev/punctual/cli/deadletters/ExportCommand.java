package dev.punctual.cli.deadletters;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.LookupOptions;
import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Progress;
import dev.punctual.deadletter.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code export}: letters as lines of JSON, bytes included. */
@Command(name = "export", sortOptions = false, description = "Write letters as JSON, one a line; they stay in the queue.", footer = {
        "",
        "The payloads are in it: keep the file as safe as you keep them. `import` reads it.",
        "",
        "Examples:",
        "  punctual dead-letters export --source orders --output letters.jsonl",
        "  punctual dead-letters export --source orders --since 1d | gzip > letters.jsonl.gz" })
final class ExportCommand extends LetterCommand {

    @Mixin
    private LookupOptions lookup = new LookupOptions();

    @Option(names = { "-o",
            "--output" }, paramLabel = "FILE", order = 40, description = "A new file (default: standard output).")
    private @Nullable Path output;

    ExportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        if (output == null) {
            return export(session().out());
        }
        if (Files.exists(output)) {
            throw new Refusal("--output " + output + " is there already; name a new file, or remove it");
        }
        try (PrintWriter file = new PrintWriter(Files.newBufferedWriter(output, StandardOpenOption.CREATE_NEW))) {
            return export(file);
        }
    }

    private int export(PrintWriter to) {
        OperationReport report;
        try (Opened opened = open(); Progress progress = progress("exporting", 0)) {
            String id = Ids.whole(opened.letters(), lookup.id());
            report = opened.letters().export(lookup.filter(id, session().clock().instant()), to::println, progress);
        }
        if (to.checkError()) {
            throw new Refusal("The letters cannot be written; is there room, and does the reader still read?", ExitCode.FAILED);
        }
        session().tell("Exported: " + Counts.letters(report.done()) + " of " + queueName() + Counts.rest(report));
        return end(report);
    }
}
