package dev.punctual.template.stack;

import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.settings.FunctionSettings;

/**
 * A Lambda function.
 *
 * @param role which of the application's functions it is
 * @param settings how it is deployed
 */
public record Function(FunctionRole role, FunctionSettings settings) {

    /** The id of the resource, such as {@code DeadLetterFunction}. */
    public String id() {
        return role.logicalId() + "Function";
    }
}
