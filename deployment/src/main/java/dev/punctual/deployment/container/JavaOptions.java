package dev.punctual.deployment.container;

import java.util.ArrayList;
import java.util.List;

/**
 * The options of a JVM on Lambda; immutable.
 *
 * @param version the feature version of Java, from 17 on
 * @param own what the application adds
 */
record JavaOptions(int version, List<String> own) {

    private static final int FIRST_WITH_AOT_CACHE = 25;
    private static final int FIRST_THAT_MINDS_ACCESS = 24;

    /** @throws IllegalArgumentException if the version is too old */
    JavaOptions {
        if (version < 17) {
            throw new IllegalArgumentException("Java " + version + " is too old; set 17 or later");
        }
        own = List.copyOf(own);
    }

    /** Whether the cache is an AOT cache, else an archive of AppCDS. */
    boolean aot() {
        return version >= FIRST_WITH_AOT_CACHE;
    }

    /** What the cache is named. */
    String cacheName() {
        return aot() ? "function.aot" : "function.jsa";
    }

    /** Those of every run: the collector and the compiler that start fastest, and the heap that a function's memory leaves. */
    List<String> always() {
        List<String> options = new ArrayList<>(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:MaxRAMPercentage=80"));
        if (version >= FIRST_THAT_MINDS_ACCESS) {
            // Quarkus' threads forget what tasks left in them.
            options.add("--add-opens=java.base/java.lang=ALL-UNNAMED");
        }
        options.addAll(own);
        return options;
    }

    /**
     * What has a run write the cache when it ends. Profiles of methods are left out of an AOT cache: compiling by them at each
     * start
     * took a tenth of its processor time, and 7 MB, for a first answer that came no sooner.
     */
    List<String> write(String cache) {
        return aot() ? List.of("-XX:+UnlockDiagnosticVMOptions", "-XX:-AOTRecordTraining", "-XX:AOTCacheOutput=" + cache)
                : List.of("-XX:ArchiveClassesAtExit=" + cache);
    }

    /** What has a run start from the cache if it fits, and without it if not. */
    List<String> use(String cache) {
        return aot() ? List.of("-XX:AOTCache=" + cache) : List.of("-Xshare:auto", "-XX:SharedArchiveFile=" + cache);
    }

    /** What has a run start from the cache, or fail. */
    List<String> insist(String cache) {
        return aot() ? List.of("-XX:AOTMode=on", "-XX:AOTCache=" + cache)
                : List.of("-Xshare:on", "-XX:SharedArchiveFile=" + cache);
    }
}
