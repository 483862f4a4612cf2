package dev.punctual.deployment.container;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.jspecify.annotations.Nullable;

/** Makes a cache by a run of the application that handles made-up events, and measures starts. */
final class CacheMaker {

    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int STARTS = 5;
    private static final Pattern FIRST_ANSWER = Pattern.compile("\"step\":\"first-answer\",\"cpuMillis\":(\\d+)");
    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    /**
     * What a process took until its first answer.
     *
     * @param millis on the clock
     * @param cpuMillis of processor time
     */
    record Start(long millis, long cpuMillis) {
    }

    private final Path javaHome;
    private final JavaOptions options;
    private final List<Path> classPath;

    /**
     * @param classPath in its order
     * @throws DeploymentException if there is no JDK
     */
    CacheMaker(Path javaHome, List<String> own, List<Path> classPath) {
        this.javaHome = javaHome;
        this.options = new JavaOptions(version(javaHome), own);
        this.classPath = List.copyOf(classPath);
    }

    private static int version(Path javaHome) {
        try {
            Matcher version = VERSION.matcher(Files.readString(javaHome.resolve("release")));
            if (version.find()) {
                return Integer.parseInt(version.group(1));
            }
            throw new DeploymentException(
                    javaHome + " does not say its version; set quarkus.punctual.container.cache.java-home");
        } catch (IOException e) {
            throw new DeploymentException(javaHome + " is no JDK; set quarkus.punctual.container.cache.java-home", e);
        }
    }

    JavaOptions options() {
        return options;
    }

    /**
     * Makes the cache, and starts from it.
     *
     * @param events files with events that handlers get
     * @return its file
     * @throws DeploymentException if it was not written, or the JVM cannot use it
     */
    Path make(Path folder, List<Path> events) throws IOException {
        Path cache = folder.resolve(options.cacheName());
        Files.deleteIfExists(cache);
        List<String> arguments = new ArrayList<>(List.of("--train"));
        events.forEach(event -> arguments.add(event.toString()));
        run(options.write(cache.toString()), arguments);
        if (!Files.exists(cache)) {
            throw new DeploymentException("the JVM of " + javaHome + " wrote no cache " + cache);
        }
        run(options.insist(cache.toString()), List.of("--train=1"));
        return cache;
    }

    /** The medians of five starts, from a cache or without one. */
    Start start(@Nullable Path cache) throws IOException {
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            starts.add(run(cache == null ? List.of() : options.insist(cache.toString()), List.of("--train=1")));
        }
        return new Start(median(starts.stream().mapToLong(Start::millis)),
                median(starts.stream().mapToLong(Start::cpuMillis)));
    }

    private static long median(LongStream values) {
        long[] sorted = values.toArray();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /** The arguments of {@code java} that run the function from its cache. */
    List<String> command(Path cache) {
        return command(options.use(cache.toString()), List.of());
    }

    private List<String> command(List<String> more, List<String> arguments) {
        List<String> command = new ArrayList<>(options.always());
        command.addAll(more);
        command.addAll(List.of("-cp", classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                "dev.punctual.runtime.FunctionMain"));
        command.addAll(arguments);
        return command;
    }

    private Start run(List<String> more, List<String> arguments) throws IOException {
        List<String> command = command(more, arguments);
        command.add(0, javaHome.resolve("bin").resolve("java").toString());
        long begun = System.nanoTime();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        StringBuilder output = new StringBuilder();
        Start start = null;
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher answer = FIRST_ANSWER.matcher(line);
                if (answer.find()) {
                    start = new Start(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun),
                            Long.parseLong(answer.group(1)));
                }
                output.append(line).append('\n');
            }
            if (!process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
                throw new DeploymentException(String.join(" ", command) + "\nended with an error:\n" + output);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DeploymentException("interrupted while a cache was made", e);
        } finally {
            process.destroyForcibly();
        }
        if (start == null) {
            throw new DeploymentException("the build can make up no event for any handler, so that no cache can be made:"
                    + " set quarkus.punctual.container.training-events\n" + output);
        }
        return start;
    }
}
