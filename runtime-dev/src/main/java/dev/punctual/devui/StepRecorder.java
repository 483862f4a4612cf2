package dev.punctual.devui;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

import dev.punctual.journey.step.Step;
import dev.punctual.journey.step.StepLines;

/** Keeps the latest steps of events in memory; safe for use by several threads. */
final class StepRecorder {

    private final StepLines lines = new StepLines();
    private final Deque<Step> steps = new ArrayDeque<>();
    private final int most;

    /**
     * @param most how many steps are kept; the oldest make room
     */
    StepRecorder(int most) {
        this.most = most;
    }

    /** Takes the line that tells of a step. */
    void record(byte[] line) {
        lines.read(new String(line, UTF_8)).ifPresent(this::record);
    }

    private synchronized void record(Step step) {
        if (steps.size() == most) {
            steps.removeFirst();
        }
        steps.addLast(step);
    }

    /** What is kept, the oldest first. */
    synchronized List<Step> steps() {
        return List.copyOf(steps);
    }
}
