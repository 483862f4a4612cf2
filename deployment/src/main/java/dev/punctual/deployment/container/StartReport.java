package dev.punctual.deployment.container;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.punctual.deployment.container.CacheMaker.Start;

/**
 * What an artefact takes.
 *
 * @param files the jars of the class path, or the executable
 * @param image what of it goes into a container image, in bytes; empty where none was laid out
 * @param cache the cache and what starts with and without it take; empty where none was made
 */
record StartReport(List<File> files, Optional<Long> image, Optional<Cache> cache) {

    private static final int MOST = 10;
    private static final double MEGABYTE = 1_000_000;

    /**
     * A file.
     *
     * @param group who made it: a Maven group
     */
    record File(String name, String group, long bytes) {
    }

    /** A cache, and starts of the JVM of a version. */
    record Cache(String name, long bytes, int java, Start with, Start without) {
    }

    private long total() {
        return files.stream().mapToLong(File::bytes).sum();
    }

    private Map<String, Long> groups() {
        Map<String, Long> groups = new TreeMap<>();
        files.forEach(file -> groups.merge(file.group(), file.bytes(), Long::sum));
        return groups;
    }

    private static Comparator<Map.Entry<String, Long>> largest() {
        return Map.Entry.<String, Long> comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey());
    }

    /** For people. */
    String text() {
        StringBuilder text = new StringBuilder();
        line(text, megabytes(total()), files.size() == 1 ? files.get(0).name() : files.size() + " jars");
        groups().entrySet().stream().sorted(largest()).limit(MOST)
                .forEach(group -> line(text, megabytes(group.getValue()), "  " + group.getKey()));
        image.ifPresent(bytes -> line(text, megabytes(bytes), "what the container image has of them"));
        cache.ifPresent(made -> {
            line(text, megabytes(made.bytes()), made.name() + ", the cache of Java " + made.java());
            line(text, made.with().millis() + " ms", "until the first answer with it, " + made.with().cpuMillis()
                    + " ms of processor time");
            line(text, made.without().millis() + " ms", "without it, " + made.without().cpuMillis() + " ms of processor time");
        });
        return text.toString();
    }

    private static void line(StringBuilder text, String amount, String what) {
        text.append(String.format(Locale.ROOT, "%12s  %s%n", amount, what));
    }

    private static String megabytes(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }

    /** For programs. */
    String json() {
        StringBuilder json = new StringBuilder("{\n  \"bytes\": ").append(total());
        image.ifPresent(bytes -> json.append(",\n  \"imageBytes\": ").append(bytes));
        cache.ifPresent(made -> json.append(",\n  \"cache\": {\"name\": \"").append(made.name()).append("\", \"bytes\": ")
                .append(made.bytes()).append(", \"java\": ").append(made.java())
                .append("},\n  \"firstAnswer\": {\"withCache\": ")
                .append(start(made.with())).append(", \"without\": ").append(start(made.without())).append('}'));
        json.append(",\n  \"files\": [");
        String separator = "\n";
        for (File file : files.stream().sorted(Comparator.comparingLong(File::bytes).reversed().thenComparing(File::name))
                .toList()) {
            json.append(separator).append("    {\"name\": \"").append(file.name()).append("\", \"group\": \"")
                    .append(file.group()).append("\", \"bytes\": ").append(file.bytes()).append('}');
            separator = ",\n";
        }
        return json.append("\n  ]\n}\n").toString();
    }

    private static String start(Start start) {
        return "{\"millis\": " + start.millis() + ", \"cpuMillis\": " + start.cpuMillis() + '}';
    }
}
