package dev.punctual.local.conformance;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** Installs the npm packages of {@code src/test/npm} into {@code target/npm}, unless they are there already. */
final class NpmPackages {

    private static final Path SOURCE = Path.of("src", "test", "npm");
    private static final Path FOLDER = Path.of("target", "npm").toAbsolutePath();
    private static final String LOCK = "package-lock.json";
    private static final String INSTALLED = "installed-lock.json";

    private NpmPackages() {
    }

    /** The folder that has {@code node_modules}. */
    static Path install() {
        try {
            if (!isInstalled()) {
                Files.createDirectories(FOLDER);
                copy("package.json", "package.json");
                copy(LOCK, LOCK);
                npm();
                copy(LOCK, INSTALLED);
            }
            return FOLDER;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot install the npm packages of " + SOURCE.toAbsolutePath()
                    + "; Node.js 18 or newer with npm must be on the path. To leave kinesis-local out of the conformance suite"
                    + " run with -Dpunctual.conformance.npm=false", e);
        }
    }

    private static boolean isInstalled() throws IOException {
        Path installed = FOLDER.resolve(INSTALLED);
        return Files.exists(installed) && Files.mismatch(installed, SOURCE.resolve(LOCK)) == -1;
    }

    private static void copy(String from, String to) throws IOException {
        Files.copy(SOURCE.resolve(from), FOLDER.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void npm() throws IOException {
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        Path log = FOLDER.resolve("npm.log");
        Process process = new ProcessBuilder(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile())
                .redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new IOException("npm ci took longer than 3 minutes: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("npm ci was interrupted", e);
        }
        if (process.exitValue() != 0) {
            throw new IOException("npm ci failed with status " + process.exitValue() + ": " + Files.readString(log));
        }
    }
}
