package dev.punctual.local.deployment;

import java.util.Set;

/**
 * What the role of a function lets it do: one statement of its policies.
 *
 * @param purpose the statement's {@code Sid}
 * @param actions such as {@code sqs:SendMessage}
 * @param resources ARNs, which may end with a {@code *}
 */
public record Right(String purpose, Set<String> actions, Set<String> resources) {

    /** Copies the sets. */
    public Right {
        actions = Set.copyOf(actions);
        resources = Set.copyOf(resources);
    }
}
