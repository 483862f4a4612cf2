package dev.punctual.template.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.Ordering;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.Packaging;

/** Budgets against what attempts, arrivals and crashes take: an attempt 100 ms, the guard 200 ms, a poll 1 s. */
class BudgetRulesTest {

    @Test
    void refusesABudgetBelowThePollingFloor() {
        Plan plan = new Plan().budget("3299ms");
        plan.window = Duration.ofSeconds(2);

        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.where()).isEqualTo(Plan.METHOD);
            assertThat(error.what())
                    .isEqualTo("@RetryWithin(\"3299ms\") cannot hold: its first attempt starts up to 3s after an"
                            + " event's arrival (batching window 2s, shards are polled every 1s), and with an attempt and its end, 300ms,"
                            + " that makes 3.3s");
            assertThat(error.mend()).isEqualTo("set @RetryWithin(\"3600ms\") (3.3s would hold only warm), or"
                    + " quarkus.punctual.template.stream.\"orders\".batching-window=1s");
        });
    }

    @Test
    void acceptsABudgetAtThePollingFloor() {
        Plan plan = new Plan().budget("3300ms");
        plan.window = Duration.ofSeconds(2);

        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void holdsOnceItsMendIsMade() {
        Plan plan = new Plan().budget("3299ms");
        plan.window = Duration.ofSeconds(1);

        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void countsTheLongPollOfAQueue() {
        Plan plan = new Plan().budget("399ms");
        plan.source = Source.queue("orders");

        assertThat(plan.errors()).singleElement().extracting(Finding::what).asString().contains("(long polls take 100ms)");
        assertThat(plan.budget("400ms").errors()).isEmpty();
    }

    @Test
    void saysWhereTheCostOfAnAttemptIsAssumed() {
        Plan plan = new Plan().budget("1249ms");
        plan.attemptCost = Optional.empty();

        assertThat(plan.errors()).singleElement().extracting(Finding::what).asString()
                .contains("250ms (50ms assumed, as quarkus.punctual.attempt-cost is learned)");
    }

    @Test
    void warnsOfABudgetThatHoldsOnlyWarm() {
        Plan plan = new Plan().budget("3799ms").coldStart(FunctionRole.STREAM, "2500ms");

        assertThat(plan.errors()).isEmpty();
        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what())
                    .isEqualTo("@RetryWithin(\"3799ms\") holds only in a warm environment: in one that must be"
                            + " started (2.5s), the first attempt and its end take up to 3.8s");
            assertThat(warning.mend()).isEqualTo("set @RetryWithin(\"3800ms\"), or"
                    + " quarkus.punctual.template.function.\"stream\".cold-start=2499ms if you have measured no more");
        });
        assertThat(plan.budget("3800ms").warnings()).isEmpty();
    }

    @Test
    void namesTheMemoryWithWhichAJvmStartsInTime() {
        Plan plan = new Plan().budget("4s").function(FunctionRole.STREAM, 512, "30s", Optional.empty());
        plan.packaging = new Packaging.JavaZip("java21", false);

        assertThat(plan.warnings()).singleElement().extracting(Finding::mend).asString()
                .contains("quarkus.punctual.template.function.\"stream\".memory=1769");
    }

    @Test
    void proposesSnapStartWhereMemoryDoesNotHelp() {
        Plan plan = new Plan().budget("2300ms");
        plan.packaging = new Packaging.JavaZip("java21", false);

        assertThat(plan.warnings()).first().extracting(Finding::mend).asString().contains("let it start by SnapStart");
    }

    @Test
    void proposesANativeExecutableWhereNothingElseStartsInTime() {
        Plan plan = new Plan().budget("1700ms");
        plan.packaging = new Packaging.JavaZip("java21", true);

        assertThat(plan.warnings()).first().extracting(Finding::mend).asString().contains("build it native");
    }

    @Test
    void warnsOfABackoffThatLeavesASecondAttemptToChance() {
        Plan plan = new Plan().budget("2419ms");
        plan.backoff = Duration.ofSeconds(1);

        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what())
                    .isEqualTo("a second attempt is not sure to fit: after a first one at 1s, 999ms is left to"
                            + " wait, and the backoff is up to 1s");
            assertThat(warning.mend()).isEqualTo("set backoff = \"999ms\", or @RetryWithin(\"2420ms\")");
        });
        assertThat(plan.budget("2420ms").warnings()).isEmpty();
    }

    @Test
    void warnsOfAttemptsThatDoNotFit() {
        Plan plan = new Plan().budget("5s");
        plan.maxAttempts = 10;

        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what()).startsWith("10 attempts are asked for, and typically 7 fit into 5s");
            assertThat(warning.mend()).startsWith("set maxAttempts = 7, or @RetryWithin(");
        });
    }

    @Test
    void asksForABudgetThatIsEnoughForAllAttempts() {
        Plan plan = new Plan().budget("5s");
        plan.maxAttempts = 10;
        String mend = plan.warnings().get(0).mend();

        plan.budget(mend.substring(mend.indexOf('"') + 1, mend.lastIndexOf('"')));

        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void refusesABudgetThatDoesNotSurviveItsCrashes() {
        Plan plan = new Plan().budget("184s");
        plan.crashes = 1;

        assertThat(plan.errors()).isEmpty();
        plan.crashes = 2;
        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.what()).isEqualTo("@RetryWithin(\"184s\") does not survive 2 crashes, as"
                    + " quarkus.punctual.template.crashes-within-budget asks: one adds up to 3m 0.8s, and with the first attempt"
                    + " and its end that makes 6m 2.9s");
            assertThat(error.mend()).isEqualTo("set quarkus.punctual.template.function.\"retry\".timeout=15s, or"
                    + " @RetryWithin(\"363s\"), or quarkus.punctual.template.crashes-within-budget=1");
        });
    }

    @Test
    void refusesCrashesWithoutTimeForThem() {
        Plan plan = new Plan().budget("10s");
        plan.crashes = 1;

        assertThat(plan.errors()).singleElement().extracting(Finding::mend).asString().isEqualTo(
                "set quarkus.punctual.template.function.\"stream\".timeout=7s and"
                        + " quarkus.punctual.template.function.\"retry\".timeout=1s, or @RetryWithin(\"183s\"), or"
                        + " quarkus.punctual.template.crashes-within-budget=0");
    }

    @Test
    void survivesItsCrashesOnceItsMendIsMade() {
        Plan plan = new Plan().budget("184s").function(FunctionRole.RETRY, "15s");
        plan.crashes = 2;

        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void countsCrashesToTheMillisecond() {
        Plan plan = new Plan().budget("182099ms");
        plan.crashes = 1;

        assertThat(plan.errors()).singleElement().extracting(Finding::what).asString().contains("that makes 3m 2.1s");
        assertThat(plan.budget("182100ms").errors()).isEmpty();
    }

    @Test
    void warnsOfShardOrderThatOutlivesItsInvocation() {
        Plan plan = new Plan().budget("30001ms");
        plan.ordering = Ordering.PER_SHARD;

        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what()).contains("begins with attempt 1 again");
            assertThat(warning.mend())
                    .isEqualTo("set quarkus.punctual.template.function.\"stream\".timeout=31s, or @RetryWithin(\"30s\")");
        });
        assertThat(plan.budget("30s").warnings()).isEmpty();
    }
}
