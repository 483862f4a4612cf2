package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** All that happened in a run, in order; not thread-safe. */
public final class History {

    private final Rules rules;
    private final List<Happening> happenings = new ArrayList<>();

    /** Starts empty. */
    public History(Rules rules) {
        this.rules = rules;
    }

    /** Adds what has just happened. */
    public void add(Happening happening) {
        happenings.add(happening);
    }

    /** What the run was configured with. */
    public Rules rules() {
        return rules;
    }

    /** Everything, in order. */
    public List<Happening> all() {
        return List.copyOf(happenings);
    }

    <T extends Happening> List<T> of(Class<T> kind) {
        return happenings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** What concerns one event, and the faults of the invocations that had it, one line each. */
    public String story(String event) {
        var invocations = happenings.stream().filter(each -> each.event().equals(event)).map(Happening::invocation)
                .filter(id -> id > 0).collect(Collectors.toSet());
        return happenings.stream()
                .filter(each -> each.event().isEmpty() ? invocations.contains(each.invocation()) : each.event().equals(event))
                .map(Happening::toString).collect(Collectors.joining("\n  ", "  ", "\n"));
    }
}
