package dev.punctual.template.deadline;

import java.util.List;

import dev.punctual.template.finding.Finding;
import dev.punctual.template.stack.Stack;

/**
 * What becomes of the deadlines of an application where it is deployed as planned; immutable.
 *
 * <p>
 * All times are from an event's arrival in its stream or queue on, and hold while the platform is reachable.
 */
public final class Deadlines {

    private final List<Timeline> timelines;
    private final List<Finding> findings;

    private Deadlines(List<Timeline> timelines, List<Finding> findings) {
        this.timelines = timelines;
        this.findings = findings;
    }

    /** Works out the deadlines of a stack. */
    public static Deadlines of(Stack stack) {
        Times times = new Times(stack);
        Timelines each = new Timelines(times);
        List<Timeline> timelines = stack.application().handlers().stream().map(each::of).toList();
        return new Deadlines(timelines, new DeadlineChecks(times).of(timelines));
    }

    /** What cannot hold, or may not. */
    public List<Finding> findings() {
        return findings;
    }

    /** The time line of each handler, in lines of text. */
    public String text() {
        return TimelineText.lines(timelines);
    }

    /** The same in Markdown. */
    public String markdown() {
        return TimelineText.markdown(timelines);
    }
}
