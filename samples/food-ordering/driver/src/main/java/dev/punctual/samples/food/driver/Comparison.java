package dev.punctual.samples.food.driver;

import java.util.Locale;
import java.util.Map;

/** What the formats cost, side by side. */
final class Comparison {

    private static final int NAME_WIDTH = 22;

    private Comparison() {
    }

    /** One line for each run; the first one is what the others are compared with. */
    static String table(Map<String, Report> results) {
        StringBuilder table = new StringBuilder(
                String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s%8s%9s%13s%10s%14s%10s%n", "format",
                        "events", "records", "bytes/event", "of first", "units/1M ev.", "of first"));
        Wire first = results.values().iterator().next().wire();
        results.forEach((name, report) -> {
            Wire wire = report.wire();
            table.append(
                    String.format(Locale.ROOT, "%-" + NAME_WIDTH + "s%8d%9d%13.1f%9.0f%%%14.0f%9.0f%%%n", name, wire.events(),
                            wire.records(), wire.bytesPerEvent(), percent(wire.bytesPerEvent(), first.bytesPerEvent()),
                            wire.putUnitsPerMillionEvents(),
                            percent(wire.putUnitsPerMillionEvents(), first.putUnitsPerMillionEvents())));
        });
        return table.toString();
    }

    private static double percent(double part, double whole) {
        return whole == 0 ? 0 : 100 * part / whole;
    }
}
