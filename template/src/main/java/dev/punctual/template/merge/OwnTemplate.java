package dev.punctual.template.merge;

import java.util.LinkedHashMap;
import java.util.Map;

import dev.punctual.template.cloudformation.TemplateReader;
import dev.punctual.template.cloudformation.Value;
import dev.punctual.template.cloudformation.Value.Members;

/**
 * A template of the user's own, which is merged into those of the build; immutable.
 *
 * <p>
 * Sections, resources and properties of both are joined, name by name. Where both have a text, number or list, the user's is
 * taken; where the user's is nothing ({@code Property:} or {@code null}), there is none. Intrinsic functions are taken whole.
 *
 * @param value what it holds
 */
public record OwnTemplate(Members value) {

    /**
     * Reads a template.
     *
     * @throws IllegalArgumentException if the text is no template; the message tells line and column
     */
    public static OwnTemplate read(String text) {
        return new OwnTemplate(TemplateReader.read(text));
    }

    /** What the build made, with the user's in it. */
    public Members mergedInto(Members made) {
        return merged(made, value);
    }

    /** Whether only SAM understands it. */
    public boolean isServerless() {
        return value.members().containsKey("Transform") || value.members().get("Resources") instanceof Members resources
                && resources.members().values().stream().anyMatch(OwnTemplate::isServerless);
    }

    private static boolean isServerless(Value resource) {
        return resource instanceof Members members && members.members().get("Type") instanceof Value.Text type
                && type.text().startsWith("AWS::Serverless::");
    }

    private static Members merged(Members made, Members own) {
        Map<String, Value> merged = new LinkedHashMap<>(made.members());
        own.members().forEach((name, value) -> {
            Value before = merged.get(name);
            if (value.equals(Value.NONE)) {
                merged.remove(name);
            } else if (before instanceof Members theirs && value instanceof Members ours && !isFunction(theirs)
                    && !isFunction(ours)) {
                merged.put(name, merged(theirs, ours));
            } else {
                merged.put(name, value);
            }
        });
        return new Members(merged);
    }

    private static boolean isFunction(Members members) {
        return members.members().size() == 1 && members.members().keySet().stream()
                .allMatch(name -> name.equals("Ref") || name.equals("Condition") || name.startsWith("Fn::"));
    }
}
