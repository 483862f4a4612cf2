package dev.punctual.cli.journey;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import org.jspecify.annotations.Nullable;

import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.session.Session;
import dev.punctual.journey.Journey;
import dev.punctual.journey.source.LogQuery;
import dev.punctual.journey.source.StepSource;
import dev.punctual.journey.step.Step;
import dev.punctual.journey.view.HtmlView;
import dev.punctual.journey.view.JsonView;
import dev.punctual.journey.view.TextView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code journey}: what became of one business transaction. */
@Command(name = "journey", sortOptions = false, description = "Show the path of one business transaction: its events, attempts, waits, and what became of them.", footer = {
        "",
        "Files may hold what functions write on Lambda (exported from CloudWatch Logs, or the answer of its API), or traces in OTLP's JSON "
                + "form; compressed by gzip or not. Functions write attempts that succeed with quarkus.punctual.log.steps=all.",
        "",
        "Examples:",
        "  punctual journey order-7 --query",
        "  aws logs filter-log-events --log-group-name /aws/lambda/orders-stream --filter-pattern '\"order-7\"' > steps.json",
        "  punctual journey order-7 --from steps.json",
        "  punctual journey order-7 --from exported/ --html order-7.html" })
public final class JourneyCommand implements Callable<Integer> {

    private static final int WIDEST = 120;

    private final Session session;

    @Parameters(paramLabel = "ID", description = "The correlation id.")
    private String id = "";

    @Option(names = "--from", paramLabel = "FILE", order = 1, description = "A file or a folder to look into; may be given again.")
    private List<Path> from = new ArrayList<>();

    @Option(names = "--html", paramLabel = "FILE", order = 2, description = "Write a page with a drawing, too.")
    private @Nullable Path html;

    @Option(names = "--json", order = 3, description = "A JSON object.")
    private boolean json;

    @Option(names = "--query", order = 4, description = "Print the query for CloudWatch Logs Insights, and do nothing else.")
    private boolean query;

    /** One that runs in a session. */
    public JourneyCommand(Session session) {
        this.session = session;
    }

    @Override
    public Integer call() throws IOException {
        if (query) {
            session.out().println(LogQuery.of(id));
            return ExitCode.DONE;
        }
        if (from.isEmpty()) {
            throw new Refusal("--from is missing; name the files that functions' logs or traces are in, or ask for --query");
        }
        Journey journey = Journey.of(id, steps());
        if (journey.isEmpty()) {
            throw new Refusal("No step of '" + id + "' is in " + from + ". Is it the correlation id? "
                    + "Attempts that succeed are written with quarkus.punctual.log.steps=all only", ExitCode.NOT_FOUND);
        }
        session.out().print(json ? new JsonView().show(journey) + '\n'
                : new TextView(Math.min(WIDEST, session.terminal().width())).show(journey));
        session.out().flush();
        if (html != null) {
            Files.writeString(html, new HtmlView().show(journey));
            session.tell("Drawn in " + html);
        }
        return ExitCode.DONE;
    }

    private List<Step> steps() throws IOException {
        List<Step> steps = new ArrayList<>();
        for (Path path : from) {
            if (!Files.exists(path)) {
                throw new Refusal("--from: " + path + " does not exist");
            }
            new StepSource().read(path, step -> {
                if (step.event().correlationId().equals(id)) {
                    steps.add(step);
                }
            });
        }
        return steps;
    }
}
