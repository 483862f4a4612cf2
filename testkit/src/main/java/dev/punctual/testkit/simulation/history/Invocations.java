package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A history, cut into the invocations it tells of. */
final class Invocations {

    private Invocations() {
    }

    /** What happened in each invocation, in order. */
    static Map<Integer, List<Happening>> of(History history) {
        var byInvocation = new TreeMap<Integer, List<Happening>>();
        for (var happening : history.all()) {
            if (happening.invocation() > 0) {
                byInvocation.computeIfAbsent(happening.invocation(), id -> new ArrayList<>()).add(happening);
            }
        }
        return byInvocation;
    }

    static <T extends Happening> List<T> of(List<Happening> happenings, Class<T> kind) {
        return happenings.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether an event is twice in the batch for one handler, so that what is told of it cannot be told apart. */
    static boolean hasDuplicates(List<Happening.Delivered> items) {
        Set<String> seen = new HashSet<>();
        return items.stream().anyMatch(item -> !seen.add(item.event() + item.handlers()));
    }

    /** Whether an answer lets the source forget an item: a stream what is before each named item, a queue what is not named. */
    static boolean isAcknowledged(List<Happening.Delivered> items, int index, Happening.Answered answer) {
        if (!answer.ofStream()) {
            return !answer.failures().contains(items.get(index).itemId());
        }
        return items.subList(0, index + 1).stream().noneMatch(item -> answer.failures().contains(item.itemId()));
    }
}
