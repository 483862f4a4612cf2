package dev.punctual.journey.view;

import java.time.Duration;
import java.time.Instant;

import dev.punctual.journey.Journey;
import dev.punctual.journey.Lane;
import dev.punctual.journey.step.Step;

/**
 * A journey as a page of HTML that needs nothing else: a drawing, and the same in words. Readable in light and in dark; safe
 * for use
 * by several threads.
 */
public final class HtmlView {

    private static final String STYLE = """
            :root{color-scheme:light dark;--ink:#1d2430;--faint:#6b7685;--line:#c9d1db;--paper:#fff;--good:#1a7f4b;--bad:#c62b2b;--wait:#b7791f}
            @media(prefers-color-scheme:dark){:root{--ink:#e6eaf0;--faint:#9aa7b6;--line:#3a4554;--paper:#12171f;--good:#46c07f;--bad:#ff6b6b;--wait:#e0a84a}}
            body{margin:0;padding:24px;background:var(--paper);color:var(--ink);font:14px/1.45 system-ui,sans-serif}
            h1{font-size:20px;margin:0 0 4px}p{margin:0 0 16px;color:var(--faint)}
            .drawing{overflow-x:auto}svg{display:block;width:100%;height:auto;min-width:960px;max-width:1232px}text{fill:var(--ink);font:12px system-ui,sans-serif}
            .faint{fill:var(--faint)}.row{stroke:var(--line);stroke-opacity:.6}.wait{stroke:var(--wait);stroke-dasharray:3 3}
            .good{fill:var(--good)}.bad{fill:var(--bad)}.park{fill:var(--wait)}.deadline{fill:none;stroke:var(--bad);stroke-width:2}
            table{border-collapse:collapse;margin-top:24px}td,th{text-align:left;padding:2px 16px 2px 0;vertical-align:top}
            th{color:var(--faint);font-weight:normal}td:last-child{overflow-wrap:anywhere}td:first-child{text-align:right;white-space:nowrap;font-variant-numeric:tabular-nums}
            tbody tr:first-child td{padding-top:12px;font-weight:600}
            """;

    /** The page. */
    public String show(Journey journey) {
        StringBuilder out = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
                .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>Journey ")
                .append(Markup.escaped(journey.correlationId())).append("</title>\n<style>\n").append(STYLE)
                .append("</style>\n</head>\n<body>\n<h1>Journey ").append(Markup.escaped(journey.correlationId()))
                .append("</h1>\n<p>").append(Markup.escaped(Sentences.heading(journey))).append(", from ")
                .append(journey.start()).append("</p>\n");
        out.append("<div class=\"drawing\" tabindex=\"0\" role=\"group\" aria-label=\"Drawing\">\n")
                .append(SvgDrawing.of(journey)).append("</div>\n");
        words(out, journey);
        return out.append("</body>\n</html>\n").toString();
    }

    private static void words(StringBuilder out, Journey journey) {
        out.append("<table>\n<thead><tr><th>after</th><th>what</th></tr></thead>\n");
        for (Lane lane : journey.lanes()) {
            out.append("<tbody>\n");
            row(out, journey, lane.arrival(), Sentences.title(lane) + " · " + Sentences.handler(lane) + " · "
                    + Sentences.deadline(lane, journey.start()));
            for (Step step : lane.steps()) {
                row(out, journey, step.start(), Sentences.words(step));
            }
            out.append("</tbody>\n");
        }
        out.append("</table>\n");
    }

    private static void row(StringBuilder out, Journey journey, Instant at, String words) {
        out.append("<tr><td>").append(Spans.after(Duration.between(journey.start(), at))).append("</td><td>")
                .append(Markup.escaped(words)).append("</td></tr>\n");
    }
}
