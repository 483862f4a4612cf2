package dev.punctual.template.cloudformation;

import java.util.List;
import java.util.Optional;

/**
 * What a template leaves to whoever deploys it.
 *
 * @param id its name, unique in the template
 * @param type {@code String}, {@code Number} or {@code CommaDelimitedList}
 * @param standard its default; empty where it must be given
 * @param description what it is, for people
 * @param allowed the values it may have; empty for any
 * @param range the least and the most it may be, for numbers
 */
public record Parameter(String id, String type, Optional<String> standard, String description, List<String> allowed,
        Optional<Range> range) {

    /** The least and the most a number may be. */
    public record Range(long least, long most) {
    }

    /** A text with a default. */
    public static Parameter text(String id, String standard, String description) {
        return new Parameter(id, "String", Optional.of(standard), description, List.of(), Optional.empty());
    }

    /** A text that must be given. */
    public static Parameter required(String id, String description) {
        return new Parameter(id, "String", Optional.empty(), description, List.of(), Optional.empty());
    }

    /** A number with a default. */
    public static Parameter number(String id, long standard, Range range, String description) {
        return new Parameter(id, "Number", Optional.of(Long.toString(standard)), description, List.of(), Optional.of(range));
    }

    Value.Members value() {
        Value.Members value = Value.members().and("Type", type).and("Description", description);
        if (standard.isPresent()) {
            value = type.equals("Number") ? value.and("Default", Long.parseLong(standard.get()))
                    : value.and("Default", standard.get());
        }
        if (!allowed.isEmpty()) {
            value = value.and("AllowedValues", type.equals("Number")
                    ? new Value.Items(allowed.stream().map(Long::parseLong).map(Value::whole).toList())
                    : Value.texts(allowed));
        }
        return range.isEmpty() ? value
                : value.and("MinValue", range.get().least()).and("MaxValue", range.get().most());
    }
}
