package dev.punctual.publish;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The events of one partition key that wait, in order; all events where order does not matter. Guarded by its lane. */
final class KeyLine {

    final String key;
    private final ArrayDeque<Publication> waiting = new ArrayDeque<>();
    /** Whether a record with its events is under way, which nothing may overtake. */
    boolean busy;

    KeyLine(String key) {
        this.key = key;
    }

    void add(Publication publication) {
        waiting.add(publication);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Nullable
    Publication peek() {
        return waiting.peek();
    }

    Publication take() {
        return waiting.remove();
    }

    List<Publication> takeAll() {
        List<Publication> all = new ArrayList<>(waiting);
        waiting.clear();
        return all;
    }
}
