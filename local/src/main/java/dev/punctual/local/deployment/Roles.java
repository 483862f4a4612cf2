package dev.punctual.local.deployment;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the roles of a template, which have no effect here but can be compared with what functions do. */
final class Roles {

    private final Blueprint blueprint;
    private final Surroundings surroundings;

    Roles(Blueprint blueprint, Surroundings surroundings) {
        this.blueprint = blueprint;
        this.surroundings = surroundings;
    }

    List<Right> of(Declared function) {
        String arn = surroundings.properties(function).required("Role");
        Declared role = blueprint.of("AWS::IAM::Role").stream()
                .filter(declared -> arn.equals(surroundings.attribute(declared.id(), "Arn"))).findFirst()
                .orElseThrow(() -> new IllegalArgumentException("The template has no role " + arn));
        return surroundings.properties(role).list("Policies").stream().map(policy -> part(role, policy))
                .flatMap(policy -> policy.part("PolicyDocument").stream())
                .flatMap(document -> document.list("Statement").stream())
                .map(statement -> right(part(role, statement))).toList();
    }

    private static Right right(Properties statement) {
        return new Right(statement.required("Sid"), texts(statement, "Action"), texts(statement, "Resource"));
    }

    private static Set<String> texts(Properties statement, String name) {
        List<?> several = statement.list(name);
        return several.isEmpty() ? Set.of(statement.required(name))
                : several.stream().map(String::valueOf).collect(Collectors.toSet());
    }

    @SuppressWarnings("unchecked") // The keys of what a template holds are texts.
    private static Properties part(Declared role, Object map) {
        return new Properties(role.id(), (Map<String, Object>) map);
    }
}
