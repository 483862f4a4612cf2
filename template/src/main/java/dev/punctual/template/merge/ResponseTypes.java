package dev.punctual.template.merge;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Items;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.cloudformation.Value.Text;
import dev.punctual.template.finding.Finding;

/** Finds event source mappings that do not heed what a function answers: events that it returns would count as handled. */
public final class ResponseTypes {

    private static final Set<String> SOURCES = Set.of("Kinesis", "SQS");
    private static final String PROPERTY = "FunctionResponseTypes";
    private static final Value REPORTED = Value.text("ReportBatchItemFailures");

    private final List<Finding> findings = new ArrayList<>();

    private ResponseTypes() {
    }

    /** A warning for each such mapping in a template. */
    public static List<Finding> of(Members template) {
        ResponseTypes types = new ResponseTypes();
        if (template.members().get("Resources") instanceof Members resources) {
            resources.members().forEach(types::check);
        }
        return types.findings;
    }

    private void check(String id, Value resource) {
        if (!(resource instanceof Members members) || !(members.members().get("Properties") instanceof Members properties)) {
            return;
        }
        String type = members.members().get("Type") instanceof Text text ? text.text() : "";
        if (type.equals("AWS::Lambda::EventSourceMapping")) {
            require(id, properties);
        }
        if (type.equals("AWS::Serverless::Function") && properties.members().get("Events") instanceof Members events) {
            events.members().forEach((name, event) -> event(id + ".Events." + name, event));
        }
    }

    private void event(String where, Value event) {
        if (event instanceof Members members && members.members().get("Type") instanceof Text type
                && SOURCES.contains(type.text())) {
            require(where, members.members().get("Properties") instanceof Members properties ? properties : Value.members());
        }
    }

    private void require(String where, Members mapping) {
        Value types = mapping.members().get(PROPERTY);
        boolean reported = types instanceof Items items && items.items().contains(REPORTED);
        // A function of CloudFormation's may tell anything; a list tells it here.
        if (!reported && !(types instanceof Members)) {
            findings.add(Finding.warning(where, "it has no " + PROPERTY + ": events that a function returns would be lost",
                    "add " + PROPERTY + ": [ReportBatchItemFailures]"));
        }
    }
}
