package dev.punctual.journey.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;

/** A journey as text: for each event and handler a line of time, and its steps in words; safe for use by several threads. */
public final class TextView {

    private static final int NARROWEST = 40;
    private static final String INDENT = "  ";

    private final int width;

    /**
     * @param width of a line, in characters; at least 40 are taken
     */
    public TextView(int width) {
        this.width = Math.max(NARROWEST, width);
    }

    /** The text, its lines ended by line feeds. */
    public String show(Journey journey) {
        StringBuilder out = new StringBuilder();
        line(out, "Journey " + journey.correlationId() + ": " + Sentences.heading(journey));
        line(out, "from " + journey.start());
        line(out, "= attempt  x failed  o handled  . waits  p parked  D dead letter  | deadline");
        for (Lane lane : journey.lanes()) {
            out.append('\n');
            lane(out, journey, lane);
        }
        return out.toString();
    }

    private void lane(StringBuilder out, Journey journey, Lane lane) {
        String indent = INDENT.repeat(Math.min(lane.depth(), width / NARROWEST * 2));
        line(out, indent + Sentences.title(lane));
        line(out, indent + Sentences.handler(lane) + ", arrived " + offset(journey, lane.arrival()) + ", "
                + Sentences.deadline(lane, journey.start()));
        line(out, indent + bar(journey, lane, width - indent.length()));
        for (Step step : lane.steps()) {
            line(out, String.format("%s%12s  %s", indent, offset(journey, step.start()), Sentences.words(step)));
        }
    }

    private static String offset(Journey journey, Instant at) {
        return Spans.after(Duration.between(journey.start(), at));
    }

    private static String bar(Journey journey, Lane lane, int length) {
        Scale scale = Scale.of(journey, length - 1);
        char[] bar = new char[length];
        Arrays.fill(bar, ' ');
        Arrays.fill(bar, scale.at(lane.arrival()), scale.at(lane.end()) + 1, '.');
        lane.deadline().ifPresent(deadline -> bar[scale.at(deadline)] = scale.shows(deadline) ? '|' : '>');
        for (Step step : lane.steps()) {
            if (step.what() instanceof Step.Attempt attempt) {
                Arrays.fill(bar, scale.at(attempt.start()), Math.max(scale.at(attempt.start()), scale.at(step.at())), '=');
                bar[scale.at(step.at())] = attempt.failed() ? 'x' : 'o';
            } else if (step.what() instanceof Step.Parked) {
                bar[scale.at(step.at())] = 'p';
            } else if (step.what() instanceof Step.Died) {
                bar[scale.at(step.at())] = 'D';
            }
        }
        return new String(bar);
    }

    private void line(StringBuilder out, String text) {
        String printable = text.codePoints().map(letter -> Character.isISOControl(letter) ? '?' : letter)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString().stripTrailing();
        out.append(printable.length() <= width ? printable : printable.substring(0, width - 1) + '…').append('\n');
    }
}
