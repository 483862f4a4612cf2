package dev.punctual.template.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.Ordering;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.application.Timing;
import dev.punctual.template.settings.FunctionSettings;
import dev.punctual.template.settings.Packaging;

/** The times and numbers that timelines are made of. */
class TimesTest {

    @Test
    void writesDurationsForPeople() {
        assertThat(Spans.text(Duration.ZERO)).isEqualTo("0s");
        assertThat(Spans.text(Duration.ofMillis(250))).isEqualTo("250ms");
        assertThat(Spans.text(Duration.ofNanos(1))).isEqualTo("1ms");
        assertThat(Spans.text(Duration.ofMillis(4_700))).isEqualTo("4.7s");
        assertThat(Spans.text(Duration.ofMillis(181_500))).isEqualTo("3m 1.5s");
        assertThat(Spans.text(Duration.ofDays(14).plusHours(2))).isEqualTo("14d 2h");
    }

    @Test
    void writesDurationsForTheConfiguration() {
        assertThat(Spans.setting(Duration.ZERO)).isEqualTo("0s");
        assertThat(Spans.setting(Duration.ofMillis(8_300))).isEqualTo("8300ms");
        assertThat(Spans.setting(Duration.ofSeconds(90))).isEqualTo("90s");
        assertThat(Spans.setting(Duration.ofMinutes(3))).isEqualTo("3m");
        assertThat(Spans.setting(Duration.ofHours(25))).isEqualTo("25h");
        assertThat(Spans.setting(Duration.ofDays(15))).isEqualTo("15d");
    }

    @Test
    void proposesRoundBudgets() {
        assertThat(Spans.rounded(Duration.ofNanos(9_998_000_001L))).isEqualTo(Duration.ofMillis(9_999));
        assertThat(Spans.rounded(Duration.ofMillis(10_001))).isEqualTo(Duration.ofSeconds(11));
    }

    @Test
    void estimatesColdStartsByPackagingAndMemory() {
        assertThat(ColdStarts.of(new Packaging.NativeZip(), 128)).isEqualTo(Duration.ofMillis(300));
        assertThat(ColdStarts.of(new Packaging.JavaZip("java25", true), 128)).isEqualTo(Duration.ofSeconds(1));
        Packaging jvm = new Packaging.JavaZip("java25", false);
        assertThat(ColdStarts.of(jvm, 511)).isEqualTo(Duration.ofSeconds(8));
        assertThat(ColdStarts.of(jvm, 512)).isEqualTo(Duration.ofSeconds(5));
        assertThat(ColdStarts.of(jvm, 1_769)).isEqualTo(Duration.ofMillis(2_500));
        assertThat(ColdStarts.of(new Packaging.Image(), 1_769)).isEqualTo(Duration.ofMillis(1_250));
    }

    @Test
    void takesAConfiguredColdStartForGranted() {
        Plan plan = new Plan().coldStart(FunctionRole.STREAM, "700ms");

        assertThat(plan.timeline().arrival().cold()).isEqualTo(Duration.ofMillis(1_700));
    }

    @Test
    void runsAsManyHandlersAtOnceAsConfiguredOrAsCoresSuggest() {
        FunctionSettings two = new FunctionSettings(1_770, Duration.ofSeconds(30), Optional.empty(), Optional.empty());

        assertThat(Estimates.concurrency(Timing.DEFAULT, FunctionSettings.DEFAULT)).isEqualTo(4);
        assertThat(Estimates.concurrency(Timing.DEFAULT, two)).isEqualTo(8);
        assertThat(Estimates.concurrency(new Plan().timing(), FunctionSettings.DEFAULT)).isEqualTo(8);
    }

    @Test
    void startsTheLastAttemptWithItsCostAndTheGuardBeforeTheDeadline() {
        assertThat(new Plan().budget("5s").promise().lastStart()).isEqualTo(Duration.ofMillis(4_700));
    }

    @Test
    void countsNoAttemptWhereNoneFits() {
        Attempts attempts = new Plan().budget("299ms").promise().warm().attempts();

        assertThat(attempts).isEqualTo(new Attempts(0, 0, 0));
    }

    @Test
    void countsOneAttemptWhereASecondWouldNotFit() {
        Attempts attempts = new Plan().budget("300ms").promise().warm().attempts();

        assertThat(attempts.most()).isEqualTo(1);
    }

    @Test
    void neverCountsMoreAttemptsThanAreAskedFor() {
        Plan plan = new Plan().budget("1h");
        plan.maxAttempts = 3;

        assertThat(plan.promise().warm().attempts()).isEqualTo(new Attempts(3, 3, 3));
    }

    @Test
    void promisesNoMoreAttemptsThanTheEngineMakesInARow() {
        assertThat(new Plan().budget("1h").promise().warm().attempts().least()).isEqualTo(20);
    }

    @Test
    void losesTheAttemptThatAColdRetryFunctionMakesLate() {
        Plan plan = new Plan().budget("5s").coldStart(FunctionRole.RETRY, "4s");
        plan.backoff = Duration.ofSeconds(1);

        assertThat(plan.promise().warm().attempts().least()).isGreaterThan(plan.promise().cold().attempts().least());
        assertThat(plan.promise().cold().deadLetter()).isEqualTo(Duration.ofMillis(8_900));
    }

    @Test
    void sendsTheLetterWithTheDeadlineAtTheLatest() {
        assertThat(new Plan().budget("5s").promise().warm().deadLetter()).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void countsTheWayThroughTheDeadLetterFunction() {
        Plan plan = new Plan().budget("5s");
        plan.deadLetterMethods = true;

        assertThat(plan.promise().warm().deadLetter()).isEqualTo(Duration.ofMillis(5_700));
    }

    @Test
    void sendsTheLetterLateWhereAnEventReturnsToItsStream() {
        Plan plan = new Plan().budget("60s");
        plan.ordering = Ordering.PER_SHARD;

        assertThat(plan.promise().warm().deadLetter()).isEqualTo(Duration.ofMillis(119_900));
    }

    @Test
    void addsTheTimeUntilACrashedEventIsDeliveredAgain() {
        Crash ofStream = new Plan().timeline().crash();
        Plan fromQueue = new Plan();
        fromQueue.source = Source.queue("orders");

        assertThat(ofStream).isEqualTo(new Crash(Duration.ofMillis(31_300), Optional.of(Duration.ofMillis(180_800))));
        assertThat(fromQueue.timeline().crash().inFirst()).isEqualTo(Duration.ofMillis(180_800));
    }

    @Test
    void knowsNoRetryFunctionWhereNothingIsParked() {
        Plan plan = new Plan();
        plan.ordering = Ordering.PER_SHARD;

        assertThat(plan.timeline().crash().inRetry()).isEmpty();
        assertThat(plan.deadlines().text()).contains("a crash adds   up to 31.3s in the stream function\n");
    }
}
