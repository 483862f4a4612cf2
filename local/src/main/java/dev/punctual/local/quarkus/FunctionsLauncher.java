package dev.punctual.local.quarkus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import io.quarkus.test.common.ArtifactLauncher;
import io.quarkus.test.common.ListeningAddress;

/**
 * Starts functions for a {@code @QuarkusIntegrationTest}. Quarkus' own launchers run an artefact as a program and wait for the
 * port that it listens on; functions listen on none, and what runs a jar of them is Lambda's Java runtime.
 *
 * @param <C> what Quarkus tells of the artefact
 */
abstract class FunctionsLauncher<C extends ArtifactLauncher.InitContext> implements ArtifactLauncher<C> {

    private static final String ZIP = "function.zip";

    private final Map<String, String> environment = new HashMap<>();
    private Path artefact = Path.of(ZIP);
    private Optional<BuiltApplication> application = Optional.empty();

    /** The file that the build calls its result. */
    abstract Path artefact(C context);

    @Override
    public void init(C context) {
        artefact = artefact(context);
        if (!context.argLine().isEmpty()) {
            environment.put("JAVA_TOOL_OPTIONS", String.join(" ", context.argLine()));
        }
        environment.put("QUARKUS_PROFILE", context.testProfile());
        environment.putAll(context.env());
    }

    /** Listens nowhere: tests invoke {@link BuiltApplication}'s functions. */
    @Override
    public Optional<ListeningAddress> start() throws IOException {
        application = Optional.of(BuiltApplication.start(artefact.resolveSibling(ZIP), environment));
        return Optional.empty();
    }

    @Override
    public LaunchResult runToCompletion(String[] args) {
        throw new UnsupportedOperationException(
                "Functions have no end of their own; use @QuarkusIntegrationTest instead of @QuarkusMainIntegrationTest.");
    }

    /** Does nothing: Lambda gives functions environment variables only. */
    @Override
    public void includeAsSysProps(Map<String, String> properties) {
        // See BuiltApplication.
    }

    @Override
    public void close() throws IOException {
        if (application.isPresent()) {
            application.get().close();
        }
    }
}
