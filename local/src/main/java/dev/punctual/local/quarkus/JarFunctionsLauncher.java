package dev.punctual.local.quarkus;

import java.nio.file.Path;

import io.quarkus.test.common.JarArtifactLauncher;

/** Starts the functions of a jar; Quarkus finds it as a service. */
public final class JarFunctionsLauncher extends FunctionsLauncher<JarArtifactLauncher.JarInitContext>
        implements JarArtifactLauncher {

    @Override
    Path artefact(JarArtifactLauncher.JarInitContext context) {
        return context.jarPath();
    }
}
