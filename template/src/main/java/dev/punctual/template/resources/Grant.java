package dev.punctual.template.resources;

import java.util.List;

import dev.punctual.template.cloudformation.Value;

/**
 * What a function may do.
 *
 * @param purpose what it needs it for: the {@code Sid} of the statement, letters only
 * @param actions such as {@code sqs:SendMessage}, sorted
 * @param resources the ARNs of what it may do it to
 * @param caller who makes the calls with the function's role
 */
public record Grant(String purpose, List<String> actions, List<Value> resources, Caller caller) {

    /** Who makes calls with a function's role. */
    public enum Caller {
        /** The function's own code. */
        CODE,
        /** Lambda: its pollers, its on-failure destinations, its logs and network interfaces. */
        LAMBDA
    }

    /** Copies the lists. */
    public Grant {
        actions = actions.stream().sorted().toList();
        resources = List.copyOf(resources);
    }

    static Grant code(String purpose, List<Value> resources, String... actions) {
        return new Grant(purpose, List.of(actions), resources, Caller.CODE);
    }

    static Grant lambda(String purpose, List<Value> resources, String... actions) {
        return new Grant(purpose, List.of(actions), resources, Caller.LAMBDA);
    }

    Value statement() {
        return Value.members().and("Sid", purpose).and("Effect", "Allow").and("Action", Value.texts(actions))
                .and("Resource", new Value.Items(resources));
    }
}
