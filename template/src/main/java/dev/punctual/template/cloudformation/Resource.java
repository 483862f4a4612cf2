package dev.punctual.template.cloudformation;

import java.util.Optional;

/**
 * A resource of a template.
 *
 * @param id its logical id, unique in the template
 * @param type such as {@code AWS::SQS::Queue}
 * @param properties what it is set to
 * @param condition the condition without which it is not made
 * @param retained whether it outlives the stack, and its replacement: what holds data does
 */
public record Resource(String id, String type, Value.Members properties, Optional<String> condition, boolean retained) {

    /** A resource that goes with its stack. */
    public static Resource of(String id, String type, Value.Members properties) {
        return new Resource(id, type, properties, Optional.empty(), false);
    }

    /** The same, outliving its stack. */
    public Resource retainedOnDeletion() {
        return new Resource(id, type, properties, condition, true);
    }

    /** The same, made only where a condition holds. */
    public Resource onlyIf(String name) {
        return new Resource(id, type, properties, Optional.of(name), retained);
    }

    Value.Members value() {
        Value.Members value = Value.members().and("Type", type);
        if (condition.isPresent()) {
            value = value.and("Condition", condition.get());
        }
        if (retained) {
            value = value.and("DeletionPolicy", "Retain").and("UpdateReplacePolicy", "Retain");
        }
        return value.and("Properties", properties);
    }
}
