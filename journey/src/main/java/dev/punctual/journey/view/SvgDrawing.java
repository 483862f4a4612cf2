package dev.punctual.journey.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;

/**
 * A journey as a drawing: a row for each event and handler, from left to right in time. Colours are the page's, by the classes
 * {@code faint}, {@code row}, {@code wait}, {@code good}, {@code bad}, {@code park} and {@code deadline}.
 */
public final class SvgDrawing {

    private static final int LABELS = 360;
    private static final int TIME = 840;
    private static final int MARGIN = 16;
    private static final int ROW = 44;
    private static final int AXIS = 28;
    private static final int LONGEST_LABEL = 52;
    private static final int INDENT = 12;
    private static final int DEEPEST = 8;
    private static final int TICKS = 6;

    private final StringBuilder out = new StringBuilder();
    private final Journey journey;
    private final Scale scale;

    private SvgDrawing(Journey journey) {
        this.journey = journey;
        this.scale = Scale.of(journey, TIME);
    }

    /** The drawing, an {@code svg} element. */
    public static String of(Journey journey) {
        return new SvgDrawing(journey).draw();
    }

    private String draw() {
        int height = AXIS + journey.lanes().size() * ROW + MARGIN;
        out.append("<svg viewBox=\"0 0 ").append(LABELS + TIME + 2 * MARGIN).append(' ').append(height)
                .append("\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">Journey ")
                .append(Markup.escaped(journey.correlationId())).append("</title>\n<desc id=\"desc\">")
                .append(Markup.escaped(Sentences.heading(journey))).append("; the table below says the same in words</desc>\n");
        axis();
        for (int i = 0; i < journey.lanes().size(); i++) {
            row(journey.lanes().get(i), AXIS + i * ROW);
        }
        return out.append("</svg>\n").toString();
    }

    private void axis() {
        Duration whole = Duration.between(scale.start(), scale.end());
        for (int i = 0; i <= TICKS; i++) {
            Duration at = whole.multipliedBy(i).dividedBy(TICKS);
            String anchor = i == 0 ? "start" : i == TICKS ? "end" : "middle";
            out.append(String.format(Locale.ROOT, "<text class=\"faint\" x=\"%d\" y=\"14\" text-anchor=\"%s\">%s</text>%n",
                    LABELS + TIME * i / TICKS, anchor, Spans.after(at)));
        }
    }

    private void row(Lane lane, int y) {
        int middle = y + ROW / 2;
        int indent = INDENT * Math.min(lane.depth(), DEEPEST);
        text(indent, y + 18, "", Sentences.title(lane));
        text(indent, y + 34, "faint", Sentences.handler(lane));
        line("row", LABELS, y, LABELS + TIME, y);
        line("wait", x(lane.arrival()), middle, x(lane.end()), middle);
        for (Step step : lane.steps()) {
            step(step, middle);
        }
        lane.deadline().filter(scale::shows).ifPresent(deadline -> {
            line("deadline", x(deadline), y + 6, x(deadline), y + ROW - 6);
        });
    }

    private void step(Step step, int y) {
        int x = x(step.at());
        if (step.what() instanceof Step.Attempt attempt) {
            int start = x(attempt.start());
            shape(attempt.failed() ? "bad" : "good", step,
                    "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"14\" rx=\"2\">".formatted(start, y - 7,
                            Math.max(3, x - start)),
                    "</rect>");
        } else if (step.what() instanceof Step.Parked) {
            shape("park", step, "<circle cx=\"%d\" cy=\"%d\" r=\"5\">".formatted(x, y), "</circle>");
        } else if (step.what() instanceof Step.Died) {
            shape("bad", step, "<path d=\"M%d %dl6 6 6-6 3 3-6 6 6 6-3 3-6-6-6 6-3-3 6-6-6-6z\">".formatted(x - 6, y - 9),
                    "</path>");
        } else if (step.what() instanceof Step.Published) {
            shape("good", step, "<path d=\"M%d %dl5 9h-10z\">".formatted(x, y + 8), "</path>");
        } else if (step.what() instanceof Step.Returned) {
            shape("park", step, "<path d=\"M%d %dl8-5v10z\">".formatted(x, y), "</path>");
        }
    }

    private void shape(String kind, Step step, String open, String close) {
        out.append("<g class=\"").append(kind).append("\">").append(open).append("<title>")
                .append(Markup.escaped(after(step.at()) + " " + Sentences.words(step))).append("</title>").append(close)
                .append("</g>\n");
    }

    private String after(Instant at) {
        return Spans.after(Duration.between(journey.start(), at));
    }

    private int x(Instant at) {
        return LABELS + scale.at(at);
    }

    private void line(String kind, int x1, int y1, int x2, int y2) {
        out.append("<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n".formatted(kind, x1, y1, x2, y2));
    }

    private void text(int x, int y, String kind, String words) {
        String shown = words.length() <= LONGEST_LABEL ? words : words.substring(0, LONGEST_LABEL - 1) + '…';
        out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(kind, x, y, Markup.escaped(shown)));
    }
}
