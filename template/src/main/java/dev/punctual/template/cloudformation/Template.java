package dev.punctual.template.cloudformation;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import dev.punctual.template.cloudformation.Value.Members;

/**
 * A template of CloudFormation or SAM; immutable.
 *
 * @param serverless whether it is one of SAM's
 * @param description what it deploys
 * @param parameters what is left to whoever deploys it
 * @param conditions by name, in the order in which they are written
 * @param resources what it makes
 * @param outputs what its stack tells
 */
public record Template(boolean serverless, String description, List<Parameter> parameters, Map<String, Value> conditions,
        List<Resource> resources, List<Output> outputs) {

    private static final String TRANSFORM = "AWS::Serverless-2016-10-31";

    /** The same with more of everything, behind what it has. */
    public Template and(List<Parameter> moreParameters, Map<String, Value> moreConditions, List<Resource> moreResources) {
        Map<String, Value> all = new LinkedHashMap<>(conditions);
        all.putAll(moreConditions);
        return new Template(serverless, description, joined(parameters, moreParameters), all, joined(resources, moreResources),
                outputs);
    }

    private static <T> List<T> joined(List<T> some, List<T> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The whole as a value. */
    public Members value() {
        Members value = Value.members().and("AWSTemplateFormatVersion", "2010-09-09");
        if (serverless) {
            value = value.and("Transform", TRANSFORM);
        }
        value = value.and("Description", description);
        value = section(value, "Parameters", parameters,
                (all, parameter) -> all.and(parameter.id(), parameter.value()));
        if (!conditions.isEmpty()) {
            value = value.and("Conditions", new Members(conditions));
        }
        value = section(value, "Resources", resources, (all, resource) -> all.and(resource.id(), resource.value()));
        return section(value, "Outputs", outputs, (all, output) -> all.and(output.id(), output.members()));
    }

    private static <T> Members section(Members value, String name, List<T> parts, BiFunction<Members, T, Members> add) {
        Members section = Value.members();
        for (T part : parts) {
            section = add.apply(section, part);
        }
        return parts.isEmpty() ? value : value.and(name, section);
    }
}
