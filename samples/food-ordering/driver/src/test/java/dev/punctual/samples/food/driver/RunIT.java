package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The whole run, in small: real processes of the built artefact, real HTTP. */
@Timeout(180)
class RunIT {

    @ParameterizedTest
    @CsvSource({ "JSON, false", "PROTOBUF, true" })
    void accountsForEveryEvent(Format.Payload payload, boolean aggregate, @TempDir Path folder)
            throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Path log = folder.resolve("functions.log");

        Report report = new Run(
                new Run.Plan(80, 20, 7, Functions.of(payload), new Format(payload, aggregate), log, !aggregate, !aggregate),
                new PrintStream(out, true, StandardCharsets.UTF_8), false).call();

        assertThat(report.lost()).isZero();
        assertThat(report.lateAttempts()).isZero();
        assertThat(report.orders()).isEqualTo(80);
        if (aggregate) {
            assertThat(report.wire().records()).as("events share records").isLessThan(report.events());
        } else {
            assertThat(report.wire().records()).isEqualTo(report.events());
        }
        int dead = report.deadLettered().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(report.handled() + dead).isGreaterThanOrEqualTo(report.events());
        assertThat(report.handledOnRetry()).as("flaky restaurants").isPositive();
        assertThat(report.deadLettered()).as("closed restaurants, and garbage").containsKeys("PERMANENT", "UNDECODABLE");
        if (!aggregate) {
            assertThat(out.toString(StandardCharsets.UTF_8)).as("a journey")
                    .contains("The slowest order that went well in the end:", "Journey order-", " succeeded after ",
                            "published ");
            assertThat(report.redriven().letters()).as("orders of closed restaurants").isPositive()
                    .isEqualTo(report.redriven().handled());
        }
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("RestaurantClosedException")
                .contains("Dead letters by their cause:", "Time left at completion")
                .contains("Every event was handled in time, or is a dead letter.");
        assertThat(Files.readString(log)).as("what customers are told of their orders, and the team of the rest")
                .containsPattern("Dear \\S+, closed-\\S+ cannot prepare your order \\S+: we are sorry \\(PERMANENT\\)")
                .containsPattern("Somebody should look into .* \\(UNDECODABLE\\)");
    }
}
