package dev.punctual.journey;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.punctual.journey.step.Step;

/**
 * The path of one business transaction.
 *
 * @param correlationId its id
 * @param lanes its events, each with one handler: those that a handler published stand behind the event that it handled
 */
public record Journey(String correlationId, List<Lane> lanes) {

    private record Key(String eventId, String handler) {
    }

    /** How far apart a log and a trace may tell of one step. */
    private static final Duration CLOCKS = Duration.ofSeconds(1);

    /**
     * The journey that steps tell of; steps that are told twice count once, those that a trace tells of besides a log, too.
     *
     * @param steps of this transaction, in any order
     */
    public static Journey of(String correlationId, Iterable<Step> steps) {
        Map<Key, List<Step>> lanes = new LinkedHashMap<>();
        Set<Step> known = new HashSet<>();
        for (Step step : steps) {
            if (known.add(step)) {
                lanes.computeIfAbsent(key(step), key -> new ArrayList<>()).add(step);
            }
        }
        lanes.values().forEach(Journey::tellOnce);
        lanes.values().forEach(all -> all.sort(Comparator.comparing(Step::start).thenComparing(Step::at)));
        return new Journey(correlationId, ordered(lanes));
    }

    private static void tellOnce(List<Step> steps) {
        List<Step> logged = steps.stream().filter(step -> !step.function().isEmpty()).toList();
        steps.removeIf(step -> step.function().isEmpty() && logged.stream().anyMatch(other -> isSame(step, other)));
    }

    /** Traces name no function, and their clocks are read a little earlier and later. */
    private static boolean isSame(Step traced, Step logged) {
        if (traced.what() instanceof Step.Attempt attempt && logged.what() instanceof Step.Attempt other) {
            return attempt.number() == other.number() && attempt.failed() == other.failed()
                    && !attempt.start().isAfter(logged.at()) && !other.start().isAfter(traced.at());
        }
        return traced.what().equals(logged.what()) && traced.event().id().equals(logged.event().id())
                && Duration.between(traced.at(), logged.at()).abs().compareTo(CLOCKS) <= 0;
    }

    /** A published event belongs to the lane of the event whose handler published it. */
    private static Key key(Step step) {
        boolean published = step.what() instanceof Step.Published && !step.event().causationId().isEmpty();
        return new Key(published ? step.event().causationId() : step.event().id(), step.handler());
    }

    private static List<Lane> ordered(Map<Key, List<Step>> lanes) {
        Map<String, List<Lane>> byCause = new HashMap<>();
        Set<String> ids = new HashSet<>();
        lanes.keySet().forEach(key -> ids.add(key.eventId()));
        lanes.forEach((key, steps) -> {
            Lane lane = lane(key, steps);
            String cause = lane.event().causationId();
            byCause.computeIfAbsent(ids.contains(cause) && !cause.equals(key.eventId()) ? cause : "", at -> new ArrayList<>())
                    .add(lane);
        });
        byCause.values().forEach(children -> children.sort(Comparator.comparing(Lane::arrival).thenComparing(Lane::handler)));
        List<Lane> ordered = new ArrayList<>();
        Set<String> visited = new LinkedHashSet<>();
        below("", 0, byCause, visited, ordered);
        // Events that name each other as their cause hang below nothing.
        byCause.keySet().stream().sorted().forEach(cause -> below(cause, 0, byCause, visited, ordered));
        return List.copyOf(ordered);
    }

    private static void below(String cause, int depth, Map<String, List<Lane>> byCause, Set<String> visited,
            List<Lane> ordered) {
        if (!visited.add(cause)) {
            return;
        }
        for (Lane lane : byCause.getOrDefault(cause, List.of())) {
            ordered.add(new Lane(lane.event(), lane.handler(), lane.source(), lane.arrival(), lane.deadline(), depth,
                    lane.steps()));
            below(lane.event().id(), depth + 1, byCause, visited, ordered);
        }
    }

    private static Lane lane(Key key, List<Step> steps) {
        Step own = steps.stream().filter(step -> step.event().id().equals(key.eventId()))
                .reduce((first, next) -> first.event().causationId().isEmpty() && !next.event().causationId().isEmpty() ? next
                        : first)
                .orElse(steps.get(0));
        Step.Event event = own.event().id().equals(key.eventId()) ? own.event()
                : new Step.Event(own.event().correlationId(), "", key.eventId(), "");
        Optional<Instant> deadline = own.place().deadline().filter(at -> !Optional.of(at).equals(own.place().arrival()));
        return new Lane(event, key.handler(), own.place().source(), own.place().arrival().orElse(steps.get(0).start()),
                deadline, 0,
                List.copyOf(steps));
    }

    /** Whether nothing is known of it. */
    public boolean isEmpty() {
        return lanes.isEmpty();
    }

    /** When its first event arrived. */
    public Instant start() {
        return lanes.stream().map(Lane::arrival).min(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    /** When its last step was certain, or its last deadline is. */
    public Instant end() {
        return lanes.stream().map(Lane::end).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }
}
