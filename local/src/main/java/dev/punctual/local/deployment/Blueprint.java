package dev.punctual.local.deployment;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.punctual.template.cloudformation.TemplateReader;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;
import dev.punctual.template.cloudformation.Value.Text;

/**
 * What a template declares.
 *
 * @param parameters what they hold, by name
 * @param conditions not yet evaluated, by name
 * @param resources by logical id, in the order of the template
 */
record Blueprint(Map<String, Object> parameters, Map<String, Value> conditions, Map<String, Declared> resources) {

    /**
     * Reads a template.
     *
     * @param given what parameters hold in place of their defaults
     * @throws IllegalArgumentException if it is no template, lacks a parameter's value, or has no parameter of a name
     */
    static Blueprint read(String text, Map<String, String> given) {
        Members template = TemplateReader.read(text);
        Members declared = section(template, "Parameters");
        given.keySet().stream().filter(name -> !declared.members().containsKey(name)).findFirst().ifPresent(name -> {
            throw new IllegalArgumentException("The template has no parameter '" + name + "'; it has "
                    + declared.members().keySet());
        });
        Map<String, Object> parameters = new LinkedHashMap<>();
        declared.members().forEach((name, parameter) -> parameters.put(name, value(name, (Members) parameter, given)));
        Map<String, Declared> resources = new LinkedHashMap<>();
        section(template, "Resources").members().forEach((id, resource) -> resources.put(id, declared(id, resource)));
        return new Blueprint(parameters, section(template, "Conditions").members(), resources);
    }

    private static Members section(Members template, String name) {
        return template.members().get(name) instanceof Members section ? section : Value.members();
    }

    private static Object value(String name, Members parameter, Map<String, String> given) {
        String text = Optional.ofNullable(given.get(name))
                .or(() -> Optional.ofNullable(parameter.members().get("Default")).map(Blueprint::text))
                .orElseThrow(
                        () -> new IllegalArgumentException("The parameter '" + name + "' has no default; give it a value"));
        String type = Optional.ofNullable(parameter.members().get("Type")).map(Blueprint::text).orElse("String");
        boolean list = type.startsWith("List<") || type.equals("CommaDelimitedList");
        return list ? List.of(text.split(",")) : text;
    }

    private static Declared declared(String id, Value resource) {
        if (resource instanceof Members members && members.members().get("Type") instanceof Text type) {
            return new Declared(id, type.text(), section(members, "Properties"));
        }
        throw new IllegalArgumentException("The resource '" + id + "' has no type");
    }

    private static String text(Value value) {
        if (value instanceof Value.Whole whole) {
            return Long.toString(whole.number());
        }
        return value instanceof Text text ? text.text() : String.valueOf(value);
    }

    List<Declared> of(String... types) {
        List<String> wanted = List.of(types);
        return resources.values().stream().filter(resource -> wanted.contains(resource.type())).toList();
    }
}
