package dev.punctual.template.design;

import java.util.List;

import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Stack;

/**
 * An application's resources, and what is wrong or doubtful about them.
 *
 * @param stack the resources, settings out of range and all
 * @param findings errors first
 */
public record Design(Stack stack, List<Finding> findings) {

    /** Copies the list. */
    public Design {
        findings = List.copyOf(findings);
    }
}
