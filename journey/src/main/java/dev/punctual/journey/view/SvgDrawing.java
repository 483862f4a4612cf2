package dev.punctual.journey.view;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.stream.Stream;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;

/**
 * A journey as a drawing: a row for each event and handler, from left to right in time, attempts above and what came of them
 * below. Colours are the page's, by the classes {@code faint}, {@code row}, {@code wait}, {@code good}, {@code bad},
 * {@code park} and {@code deadline}; its letters are of 12 pixels.
 */
public final class SvgDrawing {

    private static final int TIME = 840;
    private static final int MARGIN = 32;
    private static final int ROW = 44;
    private static final int AXIS = 28;
    private static final int LEGEND = 40;
    private static final int INDENT = 12;
    private static final int DEEPEST = 8;
    /** Of a letter, on average, in the widest of common fonts. */
    private static final int LETTER = 7;
    private static final int NARROWEST_LABELS = 120;
    private static final int WIDEST_LABELS = 360;

    private final StringBuilder out = new StringBuilder();
    private final Journey journey;
    private final Scale scale;
    private final int labels;

    private SvgDrawing(Journey journey) {
        this.journey = journey;
        this.scale = Scale.of(journey, TIME);
        this.labels = journey.lanes().stream()
                .mapToInt(lane -> indent(lane)
                        + LETTER * (2 + Math.max(Sentences.title(lane).length(), Sentences.handler(lane).length())))
                .map(width -> Math.min(width, WIDEST_LABELS)).reduce(NARROWEST_LABELS, Math::max);
    }

    /** The drawing, an {@code svg} element. */
    public static String of(Journey journey) {
        return new SvgDrawing(journey).draw();
    }

    private String draw() {
        int bottom = AXIS + journey.lanes().size() * ROW;
        out.append("<svg viewBox=\"0 0 ").append(labels + TIME + MARGIN).append(' ').append(bottom + LEGEND)
                .append("\" role=\"img\" aria-labelledby=\"title desc\">\n<title id=\"title\">Journey ")
                .append(Markup.escaped(journey.correlationId())).append("</title>\n<desc id=\"desc\">")
                .append(Markup.escaped(Sentences.heading(journey))).append("; the text below says the same in words</desc>\n");
        axis(bottom);
        for (int i = 0; i < journey.lanes().size(); i++) {
            row(journey.lanes().get(i), AXIS + i * ROW);
        }
        legend(bottom + LEGEND - 12);
        return out.append("</svg>\n").toString();
    }

    private void axis(int bottom) {
        for (Duration at : Ticks.of(Duration.between(scale.start(), scale.end()))) {
            int x = x(scale.start().plus(at));
            String anchor = at.isZero() ? "start" : x > labels + TIME - MARGIN ? "end" : "middle";
            out.append(String.format(Locale.ROOT, "<text class=\"faint\" x=\"%d\" y=\"14\" text-anchor=\"%s\">%s</text>%n", x,
                    anchor, Spans.after(at)));
            line("row", x, AXIS - 8, x, bottom);
        }
    }

    private void row(Lane lane, int y) {
        label(lane, y + 18, "", Sentences.title(lane));
        label(lane, y + 34, "faint", Sentences.handler(lane));
        line("row", 0, y, labels + TIME, y);
        line("wait", x(lane.arrival()), y + 16, x(lane.end()), y + 16);
        for (Step step : lane.steps()) {
            Mark.of(step.what()).ifPresent(mark -> step(step, mark, y));
        }
        lane.deadline().ifPresent(deadline -> deadline(lane, deadline, y));
    }

    private void step(Step step, Mark mark, int y) {
        String shape = mark.path(x(step.at()), y + 33);
        if (step.what() instanceof Step.Attempt attempt) {
            int start = x(attempt.start());
            shape = "M%d %dh%dv12h-%3$dz".formatted(start, y + 10, Math.max(3, x(step.at()) - start));
        }
        shape(mark.kind(), shape, after(step.start()) + " " + Sentences.words(step));
    }

    /** A line, or an arrow at the edge where it is far beyond. */
    private void deadline(Lane lane, Instant deadline, int y) {
        String path = scale.shows(deadline) ? "M%d %dv%d".formatted(x(deadline), y + 6, ROW - 12)
                : "M%d %dl6 6-6 6".formatted(labels + TIME + 4, y + 10);
        shape("deadline", path, Sentences.deadline(lane, journey.start()));
    }

    private void legend(int y) {
        int x = 0;
        for (Mark mark : Mark.values()) {
            if (steps().anyMatch(step -> Mark.of(step.what()).filter(mark::equals).isPresent())) {
                x = explained(mark.kind(), mark.path(x + 8, y - 4), mark.words(), x, y);
            }
        }
        if (journey.lanes().stream().anyMatch(lane -> lane.deadline().isPresent())) {
            explained("deadline", "M%d %dv14".formatted(x + 8, y - 11), "deadline", x, y);
        }
    }

    private int explained(String kind, String path, String words, int x, int y) {
        out.append("<path class=\"%s\" d=\"%s\"/>%n<text class=\"faint\" x=\"%d\" y=\"%d\">%s</text>%n".formatted(kind, path,
                x + 20, y, words));
        return x + 20 + LETTER * (words.length() + 2);
    }

    private Stream<Step> steps() {
        return journey.lanes().stream().flatMap(lane -> lane.steps().stream());
    }

    private void shape(String kind, String path, String words) {
        out.append("<path class=\"%s\" d=\"%s\"><title>".formatted(kind, path)).append(Markup.escaped(words))
                .append("</title></path>\n");
    }

    private String after(Instant at) {
        return Spans.after(Duration.between(journey.start(), at));
    }

    private int x(Instant at) {
        return labels + scale.at(at);
    }

    private static int indent(Lane lane) {
        return INDENT * Math.min(lane.depth(), DEEPEST);
    }

    private void line(String kind, int x1, int y1, int x2, int y2) {
        out.append("<line class=\"%s\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n".formatted(kind, x1, y1, x2, y2));
    }

    private void label(Lane lane, int y, String kind, String words) {
        int letters = (labels - indent(lane)) / LETTER - 1;
        String shown = words.length() <= letters ? words : words.substring(0, letters - 1) + '…';
        out.append("<text class=\"%s\" x=\"%d\" y=\"%d\">%s<title>%s</title></text>%n".formatted(kind, indent(lane), y,
                Markup.escaped(shown), Markup.escaped(words)));
    }
}
