package dev.punctual.devui;

import java.util.List;

/**
 * A journey in full.
 *
 * @param correlationId its id
 * @param heading how many events, how long, and what is to be worried about
 * @param start when its first event arrived
 * @param drawing an {@code svg} element
 * @param lanes the same in words
 */
public record JourneyView(String correlationId, String heading, String start, String drawing, List<LaneView> lanes) {

    /**
     * An event on its way through a handler.
     *
     * @param title which event
     * @param about its handler, its source and its deadline
     * @param steps what happened
     */
    public record LaneView(String title, String about, List<StepView> steps) {
    }

    /**
     * A step.
     *
     * @param at when it began
     * @param words what happened
     */
    public record StepView(String at, String words) {
    }
}
