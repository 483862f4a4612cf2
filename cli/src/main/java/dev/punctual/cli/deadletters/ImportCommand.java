package dev.punctual.cli.deadletters;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.punctual.cli.access.LetterAccess.Opened;
import dev.punctual.cli.options.DeedOptions;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Progress;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code import}: exported letters come back. */
@Command(name = "import", sortOptions = false, description = "Add exported letters to the queue.", footer = {
        "",
        "Examples:",
        "  punctual dead-letters import letters.jsonl --source orders",
        "  gunzip -c letters.jsonl.gz | punctual dead-letters import - --source orders" })
final class ImportCommand extends LetterCommand {

    @Parameters(paramLabel = "FILE", description = "What `export` wrote; - for standard input.")
    private String file = "";

    @Mixin
    private DeedOptions deed = new DeedOptions();

    @Option(names = "--rate", paramLabel = "N", order = 27, description = "At most so many letters a second.")
    private double rate = Double.POSITIVE_INFINITY;

    @Option(names = "--dry-run", order = 29, description = "Read the lines, and add nothing.")
    private boolean dryRun;

    ImportCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        OperationOptions options;
        try {
            options = new OperationOptions(deed.by(session()), "", dryRun, rate, OperationOptions.REDRIVE_LIMIT);
        } catch (IllegalArgumentException e) {
            throw new Refusal("--rate is out of range: " + e.getMessage());
        }
        OperationReport report;
        try (BufferedReader lines = reader();
                Opened opened = open(deed.audit(session()));
                Progress progress = progress("importing", 0)) {
            report = opened.letters().importFrom(lines.lines(), options, progress);
        }
        session().out().println((dryRun ? "Would import " : "Imported: ") + Counts.letters(report.done()) + " to "
                + queueName() + Counts.rest(report));
        return end(report);
    }

    private BufferedReader reader() throws IOException {
        if (file.equals("-")) {
            return new BufferedReader(new InputStreamReader(session().in(), StandardCharsets.UTF_8));
        }
        Path path = Path.of(file);
        if (!Files.isReadable(path)) {
            throw new Refusal("'" + file + "' is no file that can be read; name what `export` wrote, or - for standard input");
        }
        return Files.newBufferedReader(path);
    }
}
