package dev.punctual.template.design;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import dev.punctual.template.application.Application;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.Settings;
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

    /** Designs the resources of an application, and checks them against what AWS takes and what the handlers ask for. */
    public static Design of(Application application, Settings settings) {
        Stack stack = new StackDesigner(application, settings).stack();
        return new Design(stack, Stream.of(Clashes.of(stack), Ranges.of(stack), Orders.of(stack))
                .flatMap(List::stream).sorted(Comparator.comparing(Finding::level)).toList());
    }
}
