package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** 10: the lowest sequence number an answer names is the lowest unfinished one; to a queue it names each unfinished one. */
final class UnfinishedReported implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        List<Violation> found = new ArrayList<>();
        history.invocations().forEach(happenings -> {
            var items = Invocations.of(happenings, Happening.Delivered.class);
            if (!Invocations.hasDuplicates(items)) {
                Invocations.of(happenings, Happening.Answered.class)
                        .forEach(answer -> check(answer, items, unfinished(items, happenings), found));
            }
        });
        return found;
    }

    private static List<String> unfinished(List<Happening.Delivered> items, List<Happening> happenings) {
        Set<String> acknowledged = new HashSet<>();
        Invocations.of(happenings, Happening.Finished.class).stream().filter(Happening.Finished::acknowledged)
                .forEach(finished -> acknowledged.add(finished.event() + '#' + finished.handler()));
        return items.stream()
                .filter(item -> !item.handlers().stream()
                        .allMatch(handler -> acknowledged.contains(item.event() + '#' + handler)))
                .map(Happening.Delivered::itemId).toList();
    }

    private static void check(Happening.Answered answer, List<Happening.Delivered> items, List<String> unfinished,
            List<Violation> found) {
        var named = items.stream().filter(item -> answer.failures().contains(item.itemId())).toList();
        var ids = named.stream().map(Happening.Delivered::itemId).toList();
        var right = answer.ofStream() ? first(ids).equals(first(unfinished)) : ids.equals(unfinished);
        if (!right) {
            var event = items.stream().filter(item -> first(unfinished).contains(item.itemId()) || unfinished.isEmpty())
                    .map(Happening.Delivered::event).findFirst().orElse("");
            found.add(new Violation(10, event, "invocation " + answer.invocation() + " named " + ids + ", unfinished were "
                    + unfinished));
        }
    }

    private static List<String> first(List<String> ids) {
        return ids.subList(0, Math.min(1, ids.size()));
    }
}
