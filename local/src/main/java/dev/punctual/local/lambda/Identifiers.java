package dev.punctual.local.lambda;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.UUID;
import java.util.function.Supplier;

/** Ids in the forms that AWS gives them, from a source of randomness and a clock. */
record Identifiers(Supplier<UUID> random, InstantSource clock) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd").withZone(ZoneOffset.UTC);

    String requestId() {
        return random.get().toString();
    }

    /** An X-Ray tracing header: {@code Root=1-seconds-96 bits;Parent=64 bits;Sampled=0}. */
    String traceId() {
        var seconds = String.format("%08x", clock.instant().getEpochSecond());
        return "Root=1-" + seconds + "-" + hex().substring(0, 24) + ";Parent=" + hex().substring(0, 16) + ";Sampled=0";
    }

    /** {@code 2026/01/31/[$LATEST]128 bits}. */
    String logStream() {
        return DAY.format(clock.instant()) + "/[$LATEST]" + hex();
    }

    private String hex() {
        return requestId().replace("-", "");
    }
}
