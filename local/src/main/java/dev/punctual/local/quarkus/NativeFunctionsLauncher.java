package dev.punctual.local.quarkus;

import java.nio.file.Path;

import io.quarkus.test.common.NativeImageLauncher;

/** Starts the functions of a native executable; Quarkus finds it as a service. */
public final class NativeFunctionsLauncher extends FunctionsLauncher<NativeImageLauncher.NativeImageInitContext>
        implements NativeImageLauncher {

    @Override
    Path artefact(NativeImageLauncher.NativeImageInitContext context) {
        return Path.of(context.nativeImagePath());
    }
}
