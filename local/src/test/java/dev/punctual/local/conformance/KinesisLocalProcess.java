package dev.punctual.local.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** kinesis-local as a process of its own, on 127.0.0.1 only. */
final class KinesisLocalProcess implements AutoCloseable {

    private static final String PORT = "port: ";

    private final Process process;
    private final URI uri;

    private KinesisLocalProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    static KinesisLocalProcess start() {
        Path folder = NpmPackages.install();
        Path preload = Path.of("src", "test", "npm", "listen-on-loopback.cjs").toAbsolutePath();
        ProcessBuilder builder = new ProcessBuilder("node", "--require", preload.toString(),
                "node_modules/kinesis-local/main.js")
                .directory(folder.toFile()).redirectError(folder.resolve("kinesis-local.log").toFile());
        builder.environment().putAll(Map.of(
                "KINESIS_MOCK_CERT_PATH", folder.resolve("node_modules/kinesis-local/server.json").toString(),
                "KINESIS_MOCK_PLAIN_PORT", "0",
                "KINESIS_MOCK_TLS_PORT", "1",
                "CREATE_STREAM_DURATION", "20ms",
                "DELETE_STREAM_DURATION", "20ms",
                "SPLIT_SHARD_DURATION", "20ms",
                "MERGE_SHARDS_DURATION", "20ms",
                "UPDATE_SHARD_COUNT_DURATION", "20ms",
                "LOG_LEVEL", "ERROR"));
        try {
            Process process = builder.start();
            return new KinesisLocalProcess(process, URI.create("http://127.0.0.1:" + port(process)));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start kinesis-local; Node.js must be on the path", e);
        }
    }

    URI uri() {
        return uri;
    }

    /** It may ignore SIGTERM in its first second. */
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

    private static int port(Process process) throws IOException {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread reader = new Thread(() -> read(process, port), "kinesis-local-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return port.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException e) {
            process.destroyForcibly();
            throw new IOException("kinesis-local told no port; see target/npm/kinesis-local.log", e);
        }
    }

    private static void read(Process process, CompletableFuture<Integer> port) {
        try (BufferedReader output = process.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                if (line.startsWith(PORT)) {
                    port.complete(Integer.parseInt(line.substring(PORT.length())));
                }
            }
            port.completeExceptionally(new IOException("kinesis-local ended before it listened"));
        } catch (IOException e) {
            port.completeExceptionally(e);
        }
    }
}
