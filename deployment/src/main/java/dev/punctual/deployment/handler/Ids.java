package dev.punctual.deployment.handler;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The ids of the application's handlers: each is unique, and those that dead-letter methods name exist. */
final class Ids {

    private final List<AnnotatedMethod> enabled;
    private final TreeSet<String> known;

    /**
     * @param enabled the methods of this build
     * @param all those too that are left out of this build, which dead-letter methods may still name
     */
    Ids(List<AnnotatedMethod> enabled, List<AnnotatedMethod> all) {
        this.enabled = enabled;
        this.known = all.stream().filter(method -> method.onEvent().isPresent()).map(AnnotatedMethod::id)
                .filter(id -> !id.isBlank()).collect(Collectors.toCollection(TreeSet::new));
    }

    Stream<Mistake> check() {
        return Stream.concat(duplicates(), enabled.stream().flatMap(this::unknownHandler));
    }

    private Stream<Mistake> duplicates() {
        Map<String, List<AnnotatedMethod>> byId = enabled.stream().filter(method -> method.onEvent().isPresent())
                .collect(Collectors.groupingBy(AnnotatedMethod::id, TreeMap::new, Collectors.toList()));
        return byId.values().stream().flatMap(same -> {
            List<AnnotatedMethod> sorted = same.stream().sorted(Comparator.comparing(AnnotatedMethod::signature)).toList();
            return sorted.stream().skip(1).map(later -> duplicate(later, sorted.get(0)));
        });
    }

    private static Mistake duplicate(AnnotatedMethod method, AnnotatedMethod first) {
        return Mistake.in(method.onEvent().orElseThrow(), method, "id '" + method.id() + "' is also that of "
                + first.signature() + "; give one of them another, with id = \"…\"");
    }

    private Stream<Mistake> unknownHandler(AnnotatedMethod method) {
        return method.onDeadLetter().stream().filter(letter -> {
            String handler = letter.string("handler");
            return !handler.isEmpty() && !known.contains(handler);
        }).map(letter -> Mistake.in(letter, method, "no handler has the id '" + letter.string("handler") + "'; "
                + (known.isEmpty() ? "there are none" : "there are " + quoted())
                + ", or leave it out to take every letter"));
    }

    private String quoted() {
        return known.stream().map(id -> "'" + id + "'").collect(Collectors.joining(", "));
    }
}
