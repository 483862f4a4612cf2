package dev.punctual.runtime.ledger;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;

/** dynalite as a process of its own, on 127.0.0.1 only. */
final class DynaliteProcess implements AutoCloseable {

    private static final Path SOURCE = Path.of("src", "test", "npm");
    private static final Path FOLDER = Path.of("target", "npm").toAbsolutePath();
    private static final String LOCK = "package-lock.json";
    private static final String INSTALLED = "installed-lock.json";
    private static final String PORT = "port: ";

    private final Process process;
    private final URI uri;

    private DynaliteProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static DynaliteProcess start() {
        try {
            install();
            copy("dynalite.cjs", "dynalite.cjs");
            Process process = new ProcessBuilder("node", "dynalite.cjs").directory(FOLDER.toFile())
                    .redirectError(FOLDER.resolve("dynalite.log").toFile()).start();
            BufferedReader output = process.inputReader();
            String line = output.readLine();
            if (line == null || !line.startsWith(PORT)) {
                process.destroyForcibly();
                throw new IOException("dynalite told no port; see " + FOLDER.resolve("dynalite.log"));
            }
            return new DynaliteProcess(process, URI.create("http://127.0.0.1:" + line.substring(PORT.length())));
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Cannot start dynalite; Node.js 18 or newer with npm must be on the path. To leave it"
                            + " out run with -Dpunctual.conformance.npm=false",
                    e);
        }
    }

    URI uri() {
        return uri;
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(2, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private static void install() throws IOException {
        Path installed = FOLDER.resolve(INSTALLED);
        if (Files.exists(installed) && Files.mismatch(installed, SOURCE.resolve(LOCK)) == -1) {
            return;
        }
        Files.createDirectories(FOLDER);
        copy("package.json", "package.json");
        copy(LOCK, LOCK);
        Path log = FOLDER.resolve("npm.log");
        String npm = System.getProperty("os.name").startsWith("Windows") ? "npm.cmd" : "npm";
        Process process = new ProcessBuilder(npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund")
                .directory(FOLDER.toFile()).redirectErrorStream(true).redirectOutput(log.toFile()).start();
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("npm ci failed: " + Files.readString(log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IOException("npm ci was interrupted", e);
        }
        copy(LOCK, INSTALLED);
    }

    private static void copy(String from, String to) throws IOException {
        Files.copy(SOURCE.resolve(from), FOLDER.resolve(to), StandardCopyOption.REPLACE_EXISTING);
    }
}
