package dev.punctual.local.kinesis;

import java.util.List;

/** The first items of a list, and whether there are more. */
record Page<T>(List<T> items, boolean hasMore) {

    static <T> Page<T> of(List<T> all, int limit) {
        return new Page<>(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
    }

    T last() {
        return items.get(items.size() - 1);
    }
}
