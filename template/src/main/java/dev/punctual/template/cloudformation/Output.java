package dev.punctual.template.cloudformation;

/**
 * What a stack tells of itself.
 *
 * @param id its name, unique in the template
 * @param description what it is, for people
 * @param value what it holds
 */
public record Output(String id, String description, Value value) {

    Value.Members members() {
        return Value.members().and("Description", description).and("Value", value);
    }
}
