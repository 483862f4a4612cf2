package dev.punctual.template.cloudformation;

import java.util.List;
import java.util.Optional;

/**
 * A resource of a template.
 *
 * @param id its logical id, unique in the template
 * @param type such as {@code AWS::SQS::Queue}
 * @param properties what it is set to
 * @param condition the condition without which it is not made
 * @param retained whether it outlives the stack, and its replacement: what holds data does
 * @param dependsOn the ids of resources that must be there before, where no property names them
 */
public record Resource(String id, String type, Value.Members properties, Optional<String> condition, boolean retained,
        List<String> dependsOn) {

    /** Copies the list. */
    public Resource {
        dependsOn = List.copyOf(dependsOn);
    }

    /** A resource that goes with its stack. */
    public static Resource of(String id, String type, Value.Members properties) {
        return new Resource(id, type, properties, Optional.empty(), false, List.of());
    }

    /** The same, outliving its stack. */
    public Resource retainedOnDeletion() {
        return new Resource(id, type, properties, condition, true, dependsOn);
    }

    /** The same, made only where a condition holds. */
    public Resource onlyIf(String name) {
        return new Resource(id, type, properties, Optional.of(name), retained, dependsOn);
    }

    /** The same, made after others. */
    public Resource after(String... ids) {
        return new Resource(id, type, properties, condition, retained, List.of(ids));
    }

    Value.Members value() {
        Value.Members value = Value.members().and("Type", type);
        if (condition.isPresent()) {
            value = value.and("Condition", condition.get());
        }
        if (!dependsOn.isEmpty()) {
            value = value.and("DependsOn", Value.texts(dependsOn));
        }
        if (retained) {
            value = value.and("DeletionPolicy", "Retain").and("UpdateReplacePolicy", "Retain");
        }
        return value.and("Properties", properties);
    }
}
