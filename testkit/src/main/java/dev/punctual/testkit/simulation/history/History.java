package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that happened in a run, in order; not thread-safe. */
public final class History {

    private final Rules rules;
    private final List<Happening> happenings = new ArrayList<>();
    private final Map<Class<?>, List<Happening>> byKind = new HashMap<>();
    private final Map<Integer, List<Happening>> byInvocation = new TreeMap<>();

    private final Map<String, Happening.Accepted> accepted = new HashMap<>();

    /** Starts empty. */
    public History(Rules rules) {
        this.rules = rules;
    }

    /** Adds what has just happened. */
    public void add(Happening happening) {
        happenings.add(happening);
        byKind.computeIfAbsent(happening.getClass(), kind -> new ArrayList<>()).add(happening);
        if (happening instanceof Happening.Accepted taken) {
            accepted.put(taken.event(), taken);
        }
        if (happening.invocation() > 0) {
            byInvocation.computeIfAbsent(happening.invocation(), id -> new ArrayList<>()).add(happening);
        }
    }

    /** What the run was configured with. */
    public Rules rules() {
        return rules;
    }

    /** Everything, in order; a view. */
    public List<Happening> all() {
        return Collections.unmodifiableList(happenings);
    }

    /** All of one kind, in order; a view. */
    public <T extends Happening> List<T> of(Class<T> kind) {
        @SuppressWarnings("unchecked")
        var found = (List<T>) byKind.getOrDefault(kind, List.of());
        return Collections.unmodifiableList(found);
    }

    /** The key under which the ledger keeps an event for a handler, or an empty string where it does not. */
    String keyOf(String event, String handler) {
        var found = accepted.get(event);
        return found == null ? "" : found.keys().getOrDefault(handler, "");
    }

    /** Whether the ledger keeps an event for a handler. */
    boolean isKept(String event, String handler) {
        return !keyOf(event, handler).isEmpty();
    }

    /** What happened in each invocation, in order; a view. */
    Collection<List<Happening>> invocations() {
        return Collections.unmodifiableCollection(byInvocation.values());
    }

    /** What concerns one event, and the faults of the invocations that had it, one line each. */
    public String story(String event) {
        var invocations = happenings.stream().filter(each -> each.event().equals(event)).map(Happening::invocation)
                .filter(id -> id > 0).collect(Collectors.toSet());
        return happenings.stream()
                .filter(each -> each.event().isEmpty() ? invocations.contains(each.invocation()) : each.event().equals(event))
                .map(Happening::toString).collect(Collectors.joining("\n  ", "  ", "\n"));
    }

    /** Everything, one line each. */
    public String story() {
        return happenings.stream().map(Happening::toString).collect(Collectors.joining("\n  ", "  ", "\n"));
    }
}
