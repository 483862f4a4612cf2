package dev.punctual.integration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A JDK of this machine. */
record Jdk(Path home, int version) {

    private static final Pattern VERSION = Pattern.compile("(?m)^JAVA_VERSION=\"(\\d+)");

    String java() {
        return home.resolve("bin").resolve("java").toString();
    }

    /** The one that runs the tests. */
    static Jdk own() {
        return of(Path.of(System.getProperty("java.home")));
    }

    /** The one that runs the tests, and those beside it that can run a function. */
    static List<Jdk> ofThisMachine() throws IOException {
        try (Stream<Path> beside = Files.list(own().home().getParent())) {
            return Stream.concat(Stream.of(own()),
                    beside.filter(home -> Files.exists(home.resolve("release")) && Files.exists(home.resolve("bin/java")))
                            .map(Jdk::of).filter(jdk -> jdk.version() >= 17))
                    .distinct().toList();
        }
    }

    private static Jdk of(Path home) {
        try {
            Path real = home.toRealPath();
            Matcher version = VERSION.matcher(Files.readString(real.resolve("release")));
            return new Jdk(real, version.find() ? Integer.parseInt(version.group(1)) : 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Java " + version;
    }
}
