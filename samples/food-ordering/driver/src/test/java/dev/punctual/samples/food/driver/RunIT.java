package dev.punctual.samples.food.driver;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole run, in small: real processes of the built artefact, real HTTP. */
@Timeout(180)
class RunIT {

    @Test
    void accountsForEveryEvent() throws IOException, InterruptedException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        Report report = new Run(new Run.Plan(80, 20, 7, Path.of(System.getProperty("functions.zip")), null),
                new PrintStream(out, true, StandardCharsets.UTF_8), false).call();

        assertThat(report.lost()).isZero();
        assertThat(report.lateAttempts()).isZero();
        assertThat(report.orders()).isEqualTo(80);
        int dead = report.deadLettered().values().stream().mapToInt(Integer::intValue).sum();
        assertThat(report.handled() + dead).isGreaterThanOrEqualTo(report.events());
        assertThat(report.handledOnRetry()).as("flaky restaurants").isPositive();
        assertThat(report.deadLettered()).as("closed restaurants, and garbage").containsKeys("PERMANENT", "UNDECODABLE");
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("RestaurantClosedException")
                .contains("Every event was handled in time, or is a dead letter.");
    }
}
