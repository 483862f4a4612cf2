package dev.punctual.local.lambda.packaging;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Locale;
import java.util.Optional;

/**
 * The native library of AWS's runtime interface client, unpacked once for all functions of this JVM.
 *
 * <p>
 * Left to itself, each process unpacks it to one fixed path below {@code /tmp}. On Lambda every environment has a
 * {@code /tmp} of its own; here, environments that start together would overwrite each other's library while it is loaded.
 */
final class NativeClientLibrary {

    /** The client loads the library that this system property names, and then unpacks none. */
    static final String PROPERTY = "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

    private static final class Unpacked {
        static final Optional<Path> FILE = unpack();
    }

    private NativeClientLibrary() {
    }

    /** The library for this machine; empty where the client has none for it. */
    static Optional<Path> file() {
        return Unpacked.FILE;
    }

    private static Optional<Path> unpack() {
        try (InputStream library = NativeClientLibrary.class.getResourceAsStream("/jni/" + name())) {
            if (library == null) {
                return Optional.empty();
            }
            Path file = Files.createTempFile("punctual-runtime-client-", ".so");
            Files.copy(library, file, StandardCopyOption.REPLACE_EXISTING);
            file.toFile().deleteOnExit();
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException("AWS's runtime interface client cannot be unpacked to "
                    + System.getProperty("java.io.tmpdir") + "; make room there, or set java.io.tmpdir", e);
        }
    }

    private static String name() {
        String architecture = System.getProperty("os.arch").equals("aarch64") ? "aarch_64" : "x86_64";
        boolean musl = Files.exists(Path.of("/lib/ld-musl-" + architecture.replace("aarch_64", "aarch64") + ".so.1"));
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).contains("linux") ? "linux" : "no-linux";
        return "libaws-lambda-jni." + system + (musl ? "_musl-" : "-") + architecture + ".so";
    }
}
