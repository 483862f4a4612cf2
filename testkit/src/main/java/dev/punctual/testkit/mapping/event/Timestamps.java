package dev.punctual.testkit.mapping.event;

import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** How AWS writes instants in reports. */
final class Timestamps {

    /** ISO 8601 in UTC with exactly three decimals. */
    static final DateTimeFormatter MILLIS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);

    private Timestamps() {
    }
}
