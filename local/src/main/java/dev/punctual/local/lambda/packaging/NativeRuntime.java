package dev.punctual.local.lambda.packaging;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import dev.punctual.local.lambda.FunctionSpec;
import dev.punctual.local.lambda.FunctionSpecBuilder;

/** Runs the {@code bootstrap} program of a package, as Lambda's {@code provided.al2023} does: a native image, or a script. */
public final class NativeRuntime {

    private static final String BOOTSTRAP = "bootstrap";

    private NativeRuntime() {
    }

    /**
     * Starts a spec: command line and working directory are set.
     *
     * @throws IllegalArgumentException if the package has no {@code bootstrap}, or one that must not be executed
     */
    public static FunctionSpecBuilder function(String name, FunctionPackage code) {
        var bootstrap = code.folder().resolve(BOOTSTRAP);
        require(Files.isRegularFile(bootstrap), name, bootstrap, "is not there; package the application as a custom runtime");
        require(Files.isExecutable(bootstrap) || (code.unpacked() && makeExecutable(bootstrap)), name, bootstrap,
                "must not be executed; set its permission (chmod +x)");
        return FunctionSpec.builder(name).command(List.of(bootstrap.toString())).workingDirectory(code.folder());
    }

    private static boolean makeExecutable(Path bootstrap) {
        return new File(bootstrap.toString()).setExecutable(true);
    }

    private static void require(boolean holds, String name, Path bootstrap, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Function '" + name + "': " + bootstrap + " " + what + ".");
        }
    }
}
