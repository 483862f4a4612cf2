package dev.punctual.deployment.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;

import jakarta.enterprise.inject.spi.DeploymentException;

import dev.punctual.template.cost.Prices;
import dev.punctual.template.merge.OwnTemplate;

/** Files of the application's project that say how it is deployed; paths are from the project's folder on. */
final class ProjectFiles {

    private ProjectFiles() {
    }

    /**
     * The user's own template, where there is one.
     *
     * @param output the folder in the project that the build writes to
     * @throws DeploymentException if it is no template
     */
    static Optional<OwnTemplate> template(Path configured, Path output) {
        Path file = output.toAbsolutePath().resolveSibling(configured);
        return Files.exists(file) ? Optional.of(read(file, OwnTemplate::read, "quarkus.punctual.template.merge"))
                : Optional.empty();
    }

    /**
     * The user's own prices, else those that are built in.
     *
     * @param output the folder in the project that the build writes to
     * @throws DeploymentException if they are none
     */
    static Prices prices(Optional<Path> configured, Path output) {
        return configured.map(path -> read(output.toAbsolutePath().resolveSibling(path), Prices::read,
                "quarkus.punctual.template.prices")).orElseGet(Prices::builtIn);
    }

    private static <T> T read(Path file, Function<String, T> reader, String property) {
        try {
            return reader.apply(Files.readString(file));
        } catch (IllegalArgumentException e) {
            throw new DeploymentException(file + ": " + e.getMessage() + "; mend it, or set " + property, e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file + "; mend " + property, e);
        }
    }
}
