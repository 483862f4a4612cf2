package dev.punctual.testkit.simulation.history;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads what happened in one invocation. */
final class Invocations {

    private Invocations() {
    }

    static <T extends Happening> List<T> of(List<Happening> happenings, Class<T> kind) {
        List<T> found = new ArrayList<>();
        for (var happening : happenings) {
            if (kind.isInstance(happening)) {
                found.add(kind.cast(happening));
            }
        }
        return found;
    }

    /** Whether an event is twice in the batch for one handler, so that what is told of it cannot be told apart. */
    static boolean hasDuplicates(List<Happening.Delivered> items) {
        Set<String> seen = new HashSet<>();
        return items.stream().anyMatch(item -> !seen.add(item.event() + item.handlers()));
    }

    /** Whether the engine left an event out as superseded, and the ledger, gone without for a while, may not know. */
    static boolean isSupersededWithoutLedger(History history, Happening happening) {
        return history.rules().ledger().failOpen() && happening instanceof Happening.Finished finished
                && finished.outcome().equals("Superseded");
    }

    /** Whether an answer lets the source forget an item: a stream what is before each named item, a queue what is not named. */
    static boolean isAcknowledged(List<Happening.Delivered> items, int index, Happening.Answered answer) {
        if (!answer.ofStream()) {
            return !answer.failures().contains(items.get(index).itemId());
        }
        return items.subList(0, index + 1).stream().noneMatch(item -> answer.failures().contains(item.itemId()));
    }
}
