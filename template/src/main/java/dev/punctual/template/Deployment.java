package dev.punctual.template;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.punctual.template.alarm.Watch;
import dev.punctual.template.application.Application;
import dev.punctual.template.cloudformation.Template;
import dev.punctual.template.cloudformation.TemplateText;
import dev.punctual.template.cost.Assumptions;
import dev.punctual.template.cost.Costs;
import dev.punctual.template.cost.Prices;
import dev.punctual.template.deadline.Deadlines;
import dev.punctual.template.design.Design;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.merge.OwnTemplate;
import dev.punctual.template.merge.ResponseTypes;
import dev.punctual.template.resources.Templates;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Stack;
import dev.punctual.template.topology.Topology;

/**
 * How an application is deployed; immutable. Equal applications and settings have equal documents, byte for byte.
 *
 * @param stack its resources
 * @param own the user's own template, if there is one
 * @param deadlines what becomes of its deadlines
 * @param prices what AWS charges
 * @param findings what is wrong or doubtful about it, errors first
 */
public record Deployment(Stack stack, Optional<OwnTemplate> own, Deadlines deadlines, Prices prices, List<Finding> findings) {

    /** Copies the list. */
    public Deployment {
        findings = List.copyOf(findings);
    }

    /** Works out how an application is deployed. */
    public static Deployment of(Application application, Settings settings, Optional<OwnTemplate> own, Prices prices) {
        Design design = Design.of(application, settings);
        Stream<Finding> merged = own.stream().flatMap(template -> ResponseTypes.of(template.value()).stream());
        Deadlines deadlines = Deadlines.of(design.stack());
        return new Deployment(design.stack(), own, deadlines, prices,
                Stream.of(design.findings().stream(), deadlines.findings().stream(), merged).flatMap(all -> all)
                        .sorted(Comparator.comparing(Finding::level)).toList());
    }

    /** What ends the build. */
    public List<Finding> errors() {
        return findings.stream().filter(Finding::isError).toList();
    }

    /** What the build says, and goes on. */
    public List<Finding> warnings() {
        return findings.stream().filter(finding -> !finding.isError()).toList();
    }

    /** What the build writes; only where there is no error. */
    public List<Document> documents() {
        Topology topology = Topology.of(stack);
        return List.of(new Document("template.yaml", text(template(true), own)),
                new Document("template.cfn.yaml",
                        text(template(false), own.filter(template -> !template.isServerless()))),
                new Document("topology.json", topology.json()), new Document("topology.md", topology.markdown()),
                new Document("deadlines.md", deadlines.markdown()),
                new Document("costs.md", Costs.of(stack, prices, Assumptions.DEFAULT).markdown()));
    }

    private Template template(boolean serverless) {
        return Templates.of(stack, serverless).and(Watch.parameters(), Watch.conditions(), Watch.resources(stack));
    }

    private static String text(Template made, Optional<OwnTemplate> own) {
        return TemplateText.of(own.map(template -> template.mergedInto(made.value())).orElseGet(made::value));
    }
}
