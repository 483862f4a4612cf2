package dev.punctual.samples.food.driver;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;
import dev.punctual.journey.step.StepLines;

/** What functions log of the steps of orders; takes lines from several threads. */
final class Journeys implements Consumer<String> {

    private final StepLines lines = new StepLines();
    private final Map<String, List<Step>> byOrder = new HashMap<>();

    @Override
    public void accept(String line) {
        lines.read(line).ifPresent(this::add);
    }

    private synchronized void add(Step step) {
        byOrder.computeIfAbsent(step.event().correlationId(), order -> new CopyOnWriteArrayList<>()).add(step);
    }

    /** The journey that took longest of those that went well in the end. */
    synchronized Optional<Journey> slowest() {
        return byOrder.entrySet().stream().map(order -> Journey.of(order.getKey(), order.getValue()))
                .filter(journey -> journey.lanes().stream().allMatch(lane -> lane.fate() == Lane.Fate.HANDLED))
                .max(Comparator.comparing(journey -> Duration.between(journey.start(), journey.end())));
    }
}
