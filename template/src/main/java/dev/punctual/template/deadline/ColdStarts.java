package dev.punctual.template.deadline;

import java.time.Duration;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;

import dev.punctual.template.settings.Packaging;

/** What the start of an execution environment takes, roughly: by packaging and, on a JVM, by memory. */
final class ColdStarts {

    static final Duration NATIVE = Duration.ofMillis(300);
    static final Duration SNAP_START = Duration.ofSeconds(1);

    /** A plain JVM, from so many MB on: the more memory, the more processor. */
    private static final TreeMap<Integer, Duration> JVM = new TreeMap<>(Map.of(0, Duration.ofSeconds(8),
            512, Duration.ofSeconds(5), 1_024, Duration.ofMillis(3_500), 1_769, Duration.ofMillis(2_500),
            3_008, Duration.ofSeconds(2)));
    /** What the cache of prepared classes in an image leaves of it. */
    private static final int CACHED = 2;

    private ColdStarts() {
    }

    static Duration of(Packaging packaging, int memory) {
        if (packaging instanceof Packaging.NativeZip) {
            return NATIVE;
        }
        if (packaging instanceof Packaging.JavaZip zip && zip.snapStart()) {
            return SNAP_START;
        }
        Duration plain = JVM.floorEntry(Math.max(0, memory)).getValue();
        return packaging instanceof Packaging.Image ? plain.dividedBy(CACHED) : plain;
    }

    /** The least memory of the table with which a start takes no more than so long; empty where memory does not help. */
    static OptionalInt memoryFor(Packaging packaging, Duration atMost) {
        return JVM.keySet().stream().filter(memory -> memory > 0 && of(packaging, memory).compareTo(atMost) <= 0)
                .mapToInt(Integer::intValue).findFirst();
    }
}
