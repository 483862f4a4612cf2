package dev.punctual.journey.view;

import java.util.Optional;

import dev.punctual.journey.step.Step;

/** The marks of a drawing: how each looks, and what the legend says of it. */
enum Mark {

    HANDLED("good", "attempt succeeded", "M%1$d %2$dm-7-6h14v12h-14z"),
    FAILED("bad", "attempt failed", "M%1$d %2$dm-7-6h14v12h-14z"),
    PARKED("park", "parked", "M%1$d %2$dm-4 0a4 4 0 1 1 8 0a4 4 0 1 1-8 0z"),
    RETURNED("park", "back to its source", "M%1$d %2$dm-4 0l8-5v10z"),
    PUBLISHED("good", "published", "M%1$d %2$dm0-5l5 9h-10z"),
    DEAD("bad", "dead letter", "M%1$d %2$dm0-2l4-4 2 2-4 4 4 4-2 2-4-4-4 4-2-2 4-4-4-4 2-2z"),
    ENDED("faint", "superseded, duplicate or ignored", "M%1$d %2$dm-5-1h10v3h-10z");

    private final String kind;
    private final String words;
    private final String path;

    Mark(String kind, String words, String path) {
        this.kind = kind;
        this.words = words;
        this.path = path;
    }

    /** The mark of what happened; nothing where its attempt tells it already. */
    static Optional<Mark> of(Step.What what) {
        if (what instanceof Step.Attempt attempt) {
            return Optional.of(attempt.failed() ? FAILED : HANDLED);
        }
        if (what instanceof Step.Ended ended) {
            return ended.word().equals("handled") ? Optional.empty() : Optional.of(ENDED);
        }
        return Optional.of(what instanceof Step.Parked ? PARKED
                : what instanceof Step.Returned ? RETURNED : what instanceof Step.Published ? PUBLISHED : DEAD);
    }

    /** The class of its colour. */
    String kind() {
        return kind;
    }

    /** What the legend says. */
    String words() {
        return words;
    }

    /** Its path around a point. */
    String path(int x, int y) {
        return path.formatted(x, y);
    }
}
