package dev.punctual.template;

import java.util.List;

import dev.punctual.template.application.Application;
import dev.punctual.template.cloudformation.TemplateText;
import dev.punctual.template.design.Design;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.resources.Templates;
import dev.punctual.template.settings.Settings;
import dev.punctual.template.stack.Stack;

/**
 * How an application is deployed; immutable. Equal applications and settings have equal documents, byte for byte.
 *
 * @param stack its resources
 * @param findings what is wrong or doubtful about it, errors first
 */
public record Deployment(Stack stack, List<Finding> findings) {

    /** Copies the list. */
    public Deployment {
        findings = List.copyOf(findings);
    }

    /** Works out how an application is deployed. */
    public static Deployment of(Application application, Settings settings) {
        Design design = Design.of(application, settings);
        return new Deployment(design.stack(), design.findings());
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
        return List.of(new Document("template.yaml", TemplateText.of(Templates.serverless(stack).value())),
                new Document("template.cfn.yaml", TemplateText.of(Templates.cloudFormation(stack).value())));
    }
}
