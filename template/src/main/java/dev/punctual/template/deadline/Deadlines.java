package dev.punctual.template.deadline;

import java.util.List;

import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Stack;

/**
 * Whether the handlers' deadlines can hold as an application is deployed; immutable. Equal stacks have equal texts.
 *
 * @param timelines of each handler, by its id
 * @param findings what cannot hold and what is doubtful, errors first
 */
public record Deadlines(List<Timeline> timelines, List<Finding> findings) {

    /** Copies the lists. */
    public Deadlines {
        timelines = List.copyOf(timelines);
        findings = List.copyOf(findings);
    }

    /**
     * Works it out. Settings out of AWS's ranges are taken as they are: somebody else refuses them.
     *
     * @param stack the resources, complete: each source has its queues, each role its function
     */
    public static Deadlines of(Stack stack) {
        List<Timeline> timelines = stack.application().handlers().stream()
                .map(handler -> Timelines.of(new Situation(stack, handler))).toList();
        return new Deadlines(timelines, Rules.of(stack, timelines));
    }

    /** For the log of the build: some lines of at most 100 characters for each handler. */
    public String text() {
        return TimelineText.of(timelines);
    }

    /** For people: the same as a page of Markdown, with the findings. */
    public String markdown() {
        return TimelinePage.of(timelines, findings);
    }
}
