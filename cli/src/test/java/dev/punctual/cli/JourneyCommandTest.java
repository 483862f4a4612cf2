package dev.punctual.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.cli.outcome.ExitCode;
import dev.punctual.cli.session.Interruption;
import dev.punctual.cli.session.Session;
import dev.punctual.cli.terminal.Terminal;

class JourneyCommandTest {

    private static final String LINE = "{\"punctual\":\"step\",\"step\":\"parked\",\"at\":\"2026-01-01T12:00:00.060Z\",\"function\":\"orders-stream\","
            + "\"requestId\":\"r\",\"correlationId\":\"order-7\",\"eventId\":\"e-1\",\"type\":\"placed\",\"handler\":\"Kitchen.placed\","
            + "\"source\":\"orders\",\"arrival\":\"2026-01-01T12:00:00Z\",\"deadline\":\"2026-01-01T12:00:05Z\",\"delay\":\"PT3S\",\"attempts\":1}";

    @TempDir
    Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        return Punctual.commandLine(new Session(InputStream.nullInputStream(), new PrintWriter(out), new PrintWriter(err),
                Terminal.NONE, InstantSource.fixed(Letters.NOW), folder, "ada", (place, audit) -> {
                    throw new AssertionError("no queue should be opened");
                }, file -> {
                    throw new AssertionError("no editor should be opened");
                }, new Interruption(Thread.currentThread()))).execute(args);
    }

    private String log() throws IOException {
        return Files.writeString(folder.resolve("functions.log"), "START\n" + LINE + "\n").toString();
    }

    @Test
    void showsAJourneyAndDrawsIt() throws IOException {
        Path page = folder.resolve("order-7.html");

        assertThat(run("journey", "order-7", "--from", log(), "--html", page.toString())).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("Journey order-7: 1 event in 60 ms, 1 under way", "parked for 3 s (orders-stream)");
        assertThat(err.toString()).contains("Drawn in " + page);
        assertThat(Files.readString(page)).contains("<svg ");
    }

    @Test
    void tellsScriptsTheSame() throws IOException {
        assertThat(run("journey", "order-7", "--from", log(), "--json")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).startsWith("{\"correlationId\":\"order-7\"").endsWith("}\n");
    }

    @Test
    void saysThatNothingIsKnownOfAnId() throws IOException {
        assertThat(run("journey", "order-8", "--from", log())).isEqualTo(ExitCode.NOT_FOUND);

        assertThat(err.toString()).contains("No step of 'order-8' is in").contains("quarkus.punctual.log.steps=all");
    }

    @Test
    void asksForFilesThatAreThere() {
        assertThat(run("journey", "order-7")).isEqualTo(ExitCode.REFUSED);
        assertThat(run("journey", "order-7", "--from", folder.resolve("none").toString())).isEqualTo(ExitCode.REFUSED);

        assertThat(err.toString()).contains("--from is missing", "none does not exist");
    }

    @Test
    void printsTheQueryForCloudWatch() {
        assertThat(run("journey", "order-7", "--query")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("| filter punctual = \"step\" and correlationId = \"order-7\"");
    }
}
