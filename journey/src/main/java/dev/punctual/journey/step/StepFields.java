package dev.punctual.journey.step;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** Makes steps of named texts, as they stand in lines and in traces; a step that lacks something it needs is none. */
public final class StepFields {

    /** Before there were events, and after all of ours: what lies between can be counted in nanoseconds. */
    private static final Instant EARLIEST = Instant.EPOCH;
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");
    private static final Duration LONGEST = Duration.between(EARLIEST, LATEST);

    private final Map<String, String> fields;

    /**
     * @param fields by the names they have in lines
     */
    public StepFields(Map<String, String> fields) {
        this.fields = fields;
    }

    /** The step, or nothing where it is not whole, or of a kind that this version does not know. */
    public Optional<Step> step() {
        if (text("correlationId").isEmpty() || text("eventId").isEmpty()) {
            return Optional.empty();
        }
        try {
            Instant at = instant(text("at"), "at");
            return what(at).map(what -> new Step(at,
                    new Step.Event(text("correlationId"), text("causationId"), text("eventId"), text("type")), text("handler"),
                    place(what), text("function"), what));
        } catch (DateTimeException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    private Step.Place place(Step.What what) {
        return what instanceof Step.Published ? new Step.Place(text("stream"), Optional.empty(), Optional.empty())
                : new Step.Place(text("source"), instant("arrival"), instant("deadline"));
    }

    private Optional<Step.What> what(Instant at) {
        return switch (text("step")) {
            case "attempt" -> Optional.of(
                    new Step.Attempt(number("number"), instant("start").orElse(at), text("exception")));
            case "parked" -> Optional.of(new Step.Parked(delay()));
            case "dead-letter" -> Optional.of(new Step.Died(text("reason"), number("attempts")));
            case "returned" -> Optional.of(new Step.Returned(text("why")));
            case "published" -> Optional.of(new Step.Published());
            case "handled", "superseded", "duplicate", "ignored" -> Optional.of(new Step.Ended(text("step")));
            default -> Optional.empty();
        };
    }

    private String text(String name) {
        return fields.getOrDefault(name, "");
    }

    private Optional<Instant> instant(String name) {
        return text(name).isEmpty() ? Optional.empty() : Optional.of(instant(text(name), name));
    }

    private static Instant instant(String text, String name) {
        Instant at = Instant.parse(text);
        if (at.isBefore(EARLIEST) || at.isAfter(LATEST)) {
            throw new DateTimeException(name + " is out of range");
        }
        return at;
    }

    private Duration delay() {
        Duration delay = Duration.parse(text("delay"));
        if (delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new DateTimeException("delay is out of range");
        }
        return delay;
    }

    private int number(String name) {
        return text(name).isEmpty() ? 0 : Integer.parseInt(text(name));
    }
}
