package dev.punctual.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code punctual dead-letters} as a process of its own, with the class path of this one. */
final class PunctualProcess {

    private static final long PATIENCE_SECONDS = 60;

    private final Path home;
    private final String endpoint;

    PunctualProcess(Path home, String endpoint) {
        this.home = home;
        this.endpoint = endpoint;
    }

    /** A process that has begun. */
    record Started(Process process, Path output, Path errors) {

        String out(int expectedCode) throws IOException, InterruptedException {
            int code = code();
            if (code != expectedCode) {
                throw new AssertionError("ended with " + code + " instead of " + expectedCode + ": " + err());
            }
            return Files.readString(output);
        }

        String err() throws IOException {
            return Files.readString(errors);
        }

        /** What Ctrl-C does. */
        void interrupt() throws IOException, InterruptedException {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        }

        int code() throws InterruptedException {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("did not end");
            }
            return process.exitValue();
        }
    }

    Started start(String... words) throws IOException {
        return start(Path.of("/dev/null"), words);
    }

    Started start(Path in, String... words) throws IOException {
        List<String> command = new ArrayList<>();
        if (Files.exists(Path.of("/proc"))) {
            // Who runs tests in the background has its children ignore Ctrl-C.
            command.addAll(List.of("env", "--default-signal=INT"));
        }
        command.addAll(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-Duser.home=" + home, "-cp", System.getProperty("java.class.path"), Main.class.getName(),
                "dead-letters"));
        command.addAll(List.of(words));
        command.addAll(List.of("--source", "orders", "--region", "us-east-1", "--endpoint", endpoint));
        ProcessBuilder builder = new ProcessBuilder(command).redirectInput(in.toFile());
        builder.environment().put("AWS_ACCESS_KEY_ID", "test");
        builder.environment().put("AWS_SECRET_ACCESS_KEY", "test");
        Path out = Files.createTempFile(home, "out", ".txt");
        Path err = Files.createTempFile(home, "err", ".txt");
        return new Started(builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start(), out, err);
    }
}
