package dev.punctual.local.wire;

import java.util.List;

/** The first items of a list, and whether there are more. */
public record Page<T>(List<T> items, boolean hasMore) {

    /** The first items of a list, at most this many. */
    public static <T> Page<T> of(List<T> all, int limit) {
        return new Page<>(all.subList(0, Math.min(limit, all.size())), all.size() > limit);
    }

    /** The last item of a page that has some. */
    public T last() {
        return items.get(items.size() - 1);
    }
}
