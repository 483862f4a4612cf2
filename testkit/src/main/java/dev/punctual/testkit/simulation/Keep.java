package dev.punctual.testkit.simulation;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Which parts of a run take place: its events, its handlers but for the first, each single strike of a fault, and features
 * of the platform, by names such as {@code event-3}, {@code handler-bill}, {@code kill-2} and {@code shards}.
 *
 * <p>
 * Notes what it was asked for, which is what the run could be cut by. Good for one run.
 */
final class Keep {

    static final String DRAW = "draw-";

    private final @Nullable Set<String> kept;
    private final Set<String> asked = new LinkedHashSet<>();

    private Keep(@Nullable Set<String> kept) {
        this.kept = kept;
    }

    static Keep all() {
        return new Keep(null);
    }

    static Keep only(Collection<String> parts) {
        return new Keep(Set.copyOf(parts));
    }

    boolean has(String part) {
        boolean has = kept == null || kept.contains(part);
        if (has) {
            asked.add(part);
        }
        return has;
    }

    /** Which draw of everything but the plan and its events the run goes by; 0 unless a part such as {@code draw-3} tells. */
    int draw() {
        var parts = kept == null ? Set.<String> of() : kept;
        var named = parts.stream().filter(part -> part.startsWith(DRAW)).min(Comparator.naturalOrder());
        named.ifPresent(asked::add);
        return named.map(part -> Integer.parseInt(part.substring(DRAW.length()))).orElse(0);
    }

    /** The parts that took place, in the order in which they came up. */
    List<String> used() {
        return List.copyOf(asked);
    }
}
