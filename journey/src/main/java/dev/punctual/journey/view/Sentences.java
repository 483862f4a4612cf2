package dev.punctual.journey.view;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;

/** What journeys, lanes and steps say in words. */
public final class Sentences {

    private Sentences() {
    }

    /** How many events, how long, and what is to be worried about. */
    public static String heading(Journey journey) {
        long events = journey.lanes().stream().map(lane -> lane.event().id()).distinct().count();
        long dead = journey.lanes().stream().filter(lane -> lane.fate() == Lane.Fate.DEAD).count();
        long open = journey.lanes().stream().filter(lane -> lane.fate() == Lane.Fate.OPEN).count();
        return count(events, "event") + " in " + Spans.words(Duration.between(journey.start(), journey.end()))
                + (dead > 0 ? ", " + count(dead, "dead letter") : "") + (open > 0 ? ", " + open + " under way" : "");
    }

    private static String count(long number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Which event. */
    public static String title(Lane lane) {
        String type = lane.event().type().isEmpty() ? "event" : lane.event().type();
        return type + " " + lane.event().id();
    }

    /** Whose it is, and where it came from. */
    public static String handler(Lane lane) {
        return (lane.handler().isEmpty() ? "no handler" : lane.handler()) + ", from "
                + (lane.source().isEmpty() ? "?" : lane.source());
    }

    /** When its time was up, counted from the journey's start. */
    public static String deadline(Lane lane, Instant start) {
        return lane.deadline().map(at -> "deadline " + Spans.after(Duration.between(start, at))).orElse("no deadline");
    }

    /** What happened. */
    public static String words(Step step) {
        String function = step.function().isEmpty() ? "" : " (" + step.function() + ")";
        return words(step, step.what()) + function;
    }

    private static String words(Step step, Step.What what) {
        if (what instanceof Step.Attempt attempt) {
            String took = Spans.words(Duration.between(attempt.start(), step.at()));
            return "attempt " + attempt.number() + (attempt.failed()
                    ? " failed after " + took + ": " + simple(attempt.exception())
                    : " succeeded after " + took);
        }
        if (what instanceof Step.Parked parked) {
            return "parked for " + Spans.words(parked.delay());
        }
        if (what instanceof Step.Died died) {
            return "dead letter: " + died.reason() + ", attempts " + died.attempts();
        }
        if (what instanceof Step.Returned returned) {
            return "back to its source: " + returned.why();
        }
        if (what instanceof Step.Ended ended) {
            return ended.word();
        }
        return "published " + step.event().type() + " " + step.event().id() + " to " + step.place().source();
    }

    private static String simple(String exception) {
        return exception.substring(exception.lastIndexOf('.') + 1);
    }
}
