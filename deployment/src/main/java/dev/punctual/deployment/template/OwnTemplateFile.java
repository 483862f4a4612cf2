package dev.punctual.deployment.template;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import jakarta.enterprise.inject.spi.DeploymentException;

import dev.punctual.template.merge.OwnTemplate;

/** The user's own template, where there is one. */
final class OwnTemplateFile {

    private OwnTemplateFile() {
    }

    /**
     * @param configured where it is, from the folder of the application's project on
     * @param output the folder in that project that the build writes to
     * @throws DeploymentException if it is no template
     */
    static Optional<OwnTemplate> read(Path configured, Path output) {
        Path file = output.toAbsolutePath().resolveSibling(configured);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(OwnTemplate.read(Files.readString(file)));
        } catch (IllegalArgumentException e) {
            throw new DeploymentException(
                    file + " is no template: " + e.getMessage() + "; mend it, or set quarkus.punctual.template.merge", e);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }
}
