package dev.punctual.devui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;
import dev.punctual.journey.view.Sentences;
import dev.punctual.journey.view.SvgDrawing;

/** What the page for journeys shows of recorded steps. */
final class JourneysPage {

    /** The most journeys in the list. */
    static final int MOST_ROWS = 100;

    /** From the worst on. */
    private static final List<Lane.Fate> BY_WORRY = List.of(Lane.Fate.DEAD, Lane.Fate.OPEN, Lane.Fate.HANDLED,
            Lane.Fate.PASSED);

    private final StepRecorder recorder;

    JourneysPage(StepRecorder recorder) {
        this.recorder = recorder;
    }

    /** The latest journeys whose id contains a text, the one with the latest step first. */
    List<JourneyRow> rows(String text) {
        Map<String, List<Step>> byId = new LinkedHashMap<>();
        for (Step step : recorder.steps()) {
            if (step.event().correlationId().contains(text)) {
                byId.computeIfAbsent(step.event().correlationId(), id -> new ArrayList<>()).add(step);
            }
        }
        return byId.values().stream().sorted(Comparator.comparing(JourneysPage::last).reversed()).limit(MOST_ROWS)
                .map(JourneysPage::row).toList();
    }

    private static Instant last(List<Step> steps) {
        return steps.stream().map(Step::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private static JourneyRow row(List<Step> steps) {
        Journey journey = Journey.of(steps.get(0).event().correlationId(), steps);
        long events = journey.lanes().stream().map(lane -> lane.event().id()).distinct().count();
        Lane.Fate worst = BY_WORRY.stream().filter(fate -> journey.lanes().stream().anyMatch(lane -> lane.fate() == fate))
                .findFirst().orElse(Lane.Fate.OPEN);
        return new JourneyRow(journey.correlationId(), events, steps.size(), worst.name().toLowerCase(Locale.ROOT),
                journey.start().toString(), last(steps).toString());
    }

    /** One journey, if any of its steps is known. */
    Optional<JourneyView> journey(String correlationId) {
        Journey journey = Journey.of(correlationId,
                recorder.steps().stream().filter(step -> step.event().correlationId().equals(correlationId)).toList());
        return journey.isEmpty() ? Optional.empty()
                : Optional.of(new JourneyView(correlationId, Sentences.heading(journey), journey.start().toString(),
                        SvgDrawing.of(journey), journey.lanes().stream().map(lane -> lane(lane, journey)).toList()));
    }

    private static JourneyView.LaneView lane(Lane lane, Journey journey) {
        return new JourneyView.LaneView(Sentences.title(lane),
                Sentences.handler(lane) + " · " + Sentences.deadline(lane, journey.start()),
                lane.steps().stream().map(step -> new JourneyView.StepView(step.start().toString(), Sentences.words(step)))
                        .toList());
    }
}
