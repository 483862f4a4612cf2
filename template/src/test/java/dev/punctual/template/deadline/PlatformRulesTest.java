package dev.punctual.template.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import dev.punctual.Ordering;
import dev.punctual.template.application.FunctionRole;
import dev.punctual.template.application.Source;
import dev.punctual.template.finding.Finding;
import dev.punctual.template.settings.StreamMode;

/** What the platform does to events whose times do not go together, whatever their budgets. */
class PlatformRulesTest {

    private static final String VISIBILITY = "quarkus.punctual.template.queue.\"orders\".visibility-timeout";

    @Test
    void refusesAVisibilityBelowTheFunctionsTimeout() {
        Plan plan = new Plan();
        plan.visibility = Optional.of(Duration.ofSeconds(29));

        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.where()).isEqualTo(VISIBILITY);
            assertThat(error.what()).isEqualTo("a message is hidden for 29s, and the timeout of the retry function is 30s: AWS"
                    + " refuses such a mapping");
            assertThat(error.mend()).isEqualTo("set it to 3m, six timeouts, or leave it unset, or"
                    + " quarkus.punctual.template.function.\"retry\".timeout to 29s");
        });
    }

    @Test
    void warnsOfAVisibilityBelowSixTimeouts() {
        Plan plan = new Plan();

        plan.visibility = Optional.of(Duration.ofSeconds(30));
        assertThat(plan.errors()).isEmpty();
        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what()).contains("hidden for only 30s");
            assertThat(warning.mend()).endsWith("timeout to 5s");
        });

        plan.visibility = Optional.of(Duration.ofSeconds(180));
        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void measuresVisibilityByTheSlowestFunction() {
        Plan plan = new Plan().function(FunctionRole.DEAD_LETTER, "2m");
        plan.visibility = Optional.of(Duration.ofSeconds(180));

        assertThat(plan.warnings()).singleElement().extracting(Finding::what).asString()
                .contains("the timeout of the dead-letter function is 2m");
    }

    @Test
    void refusesReceivesThatOutliveTheQueue() {
        Plan plan = new Plan();
        plan.visibility = Optional.of(Duration.ofHours(12));
        plan.receives = 14;
        plan.retention = Duration.ofDays(30);

        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.where()).isEqualTo(VISIBILITY);
            assertThat(error.what())
                    .startsWith("the queue 'orders-on-failure' keeps messages for 14d, and one that is received in"
                            + " vain is given up after 14d (14 receives of 12h in each of two queues)");
            assertThat(error.mend())
                    .isEqualTo("set it to 43199s, or quarkus.punctual.template.queue.\"orders\".max-receive-count to 13");
        });
        plan.receives = 13;
        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void refusesAStreamThatForgetsWhatIsToBeReadBack() {
        Plan plan = new Plan();
        // 30 s of an invocation, 5 receives of 3 min, and an hour's margin.
        Duration recovery = Duration.ofSeconds(30).plusMinutes(15).plusHours(1);
        plan.recordAge = Duration.ofHours(24).minus(recovery);

        assertThat(plan.errors()).isEmpty();
        plan.recordAge = plan.recordAge.plusSeconds(1);
        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.where()).isEqualTo("quarkus.punctual.template.stream.\"orders\".retention");
            assertThat(error.what()).contains("until the dead-letter function has read it back");
            assertThat(error.mend()).isEqualTo("set it to 25h, or"
                    + " quarkus.punctual.template.stream.\"orders\".maximum-record-age to 81870s");
        });
    }

    @Test
    void letsAStreamForgetWhatTheBucketKeeps() {
        Plan plan = new Plan();
        plan.onFailureBucket = true;
        plan.recordAge = Duration.ofHours(24).minusSeconds(30);

        assertThat(plan.errors()).isEmpty();
        plan.recordAge = Duration.ofHours(24).minusSeconds(29);
        assertThat(plan.errors()).singleElement().extracting(Finding::what).asString().endsWith("until it is given up");
    }

    @Test
    void warnsOfLettersWithoutTheirBytes() {
        Plan plan = new Plan();
        plan.clients = Set.of();

        assertThat(plan.warnings()).singleElement().extracting(Finding::mend).asString()
                .startsWith("add the dependency software.amazon.awssdk:kinesis");
    }

    @Test
    void warnsOfARecordAgeBelowTheBudget() {
        Plan plan = new Plan().budget("3600001ms");

        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.where()).isEqualTo("quarkus.punctual.template.stream.\"orders\".maximum-record-age");
            assertThat(warning.mend()).isEqualTo("set it to 3601s");
        });
        assertThat(plan.budget("1h").warnings()).isEmpty();
    }

    @Test
    void refusesALedgerThatForgetsBeforeTheStreamDoes() {
        Plan plan = new Plan();
        plan.idempotent = true;
        plan.retention = Duration.ofDays(15);

        assertThat(plan.errors()).isEmpty();
        plan.retention = Duration.ofDays(15).plusHours(1);
        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.what()).contains("its stream orders keeps events for 15d 1h");
            assertThat(error.mend()).isEqualTo("set quarkus.punctual.ledger.ttl=16d");
        });
        plan.idempotent = false;
        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void refusesALedgerThatForgetsWithinADayOfTheDeadline() {
        Plan plan = new Plan().budget("23h");
        plan.idempotent = true;
        plan.retention = Duration.ofDays(2);
        plan.recordAge = Duration.ofHours(24);
        plan.ledgerTtl = Duration.ofDays(2);

        assertThat(plan.errors()).isEmpty();
        assertThat(plan.budget("24h").errors()).singleElement().extracting(Finding::mend)
                .isEqualTo("set quarkus.punctual.ledger.ttl=3d");
    }

    @Test
    void refusesATimeoutThatLeavesNoTimeForAnAttempt() {
        Plan plan = new Plan().budget("1h").function(FunctionRole.RETRY, "5s");
        plan.attemptCost = Optional.of(Duration.ofMillis(4_800));

        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.where()).isEqualTo("quarkus.punctual.template.function.\"retry\".timeout");
            assertThat(error.what()).isEqualTo("5s leaves no time for an attempt: it and its end take 5s");
            assertThat(error.mend()).isEqualTo("set it to 6s at least, or quarkus.punctual.attempt-cost to 4799ms");
        });
        plan.attemptCost = Optional.of(Duration.ofMillis(4_799));
        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void leavesTheRetryFunctionOutWhereNothingIsParked() {
        Plan plan = new Plan().budget("20s").function(FunctionRole.RETRY, "5s");
        plan.ordering = Ordering.PER_SHARD;
        plan.batchSize = 1;
        plan.attemptCost = Optional.of(Duration.ofSeconds(6));

        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void refusesABatchThatCannotBeWorkedOff() {
        Plan plan = new Plan().budget("1h");
        plan.attemptCost = Optional.of(Duration.ofSeconds(2));
        plan.batchSize = 8 * 14;

        assertThat(plan.errors()).isEmpty();
        plan.batchSize++;
        assertThat(plan.errors()).singleElement().satisfies(error -> {
            assertThat(error.where()).isEqualTo("quarkus.punctual.template.stream.\"orders\".batch-size");
            assertThat(error.what()).startsWith("a full batch of 113 takes 30s (8 at a time, 2s each)");
            assertThat(error.mend())
                    .isEqualTo("set it to 112, or quarkus.punctual.template.function.\"stream\".timeout to 31s");
        });
    }

    @Test
    void countsABatchInShardOrderOneByOne() {
        Plan plan = new Plan().budget("29s");
        plan.ordering = Ordering.PER_SHARD;
        plan.attemptCost = Optional.of(Duration.ofSeconds(3));
        plan.batchSize = 10;

        assertThat(plan.errors()).singleElement().extracting(Finding::mend).asString().startsWith("set it to 9, ");
        plan.batchSize = 9;
        assertThat(plan.errors()).isEmpty();
    }

    @Test
    void warnsOfABatchThatOutlastsTheBudget() {
        Plan plan = new Plan().budget("3200ms");
        plan.batchSize = 160;

        assertThat(plan.warnings()).isEmpty();
        plan.batchSize = 161;
        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.what()).endsWith("its last events are parked unattempted");
            assertThat(warning.mend()).isEqualTo("set it to 160");
        });
    }

    @Test
    void saysNothingOfBatchesWhereTheCostIsLearned() {
        Plan plan = new Plan().budget("5s");
        plan.attemptCost = Optional.empty();
        plan.batchSize = 10_000;

        assertThat(plan.deadlines().findings()).isEmpty();
    }

    @Test
    void warnsOfAWindowThatIsNeverWaited() {
        Plan plan = new Plan();
        plan.batchSize = 1;
        plan.window = Duration.ofSeconds(1);

        assertThat(plan.warnings()).singleElement().extracting(Finding::mend)
                .isEqualTo("set it to 0s, or batch-size to more than 1");
    }

    @Test
    void warnsOfACrashLoopBeyondADay() {
        Plan plan = new Plan();
        plan.visibility = Optional.of(Duration.ofSeconds(17_280));
        plan.recordAge = Duration.ofSeconds(60);
        plan.retention = Duration.ofDays(7);

        assertThat(plan.warnings()).isEmpty();
        plan.visibility = Optional.of(Duration.ofSeconds(17_281));
        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.where()).isEqualTo(VISIBILITY);
            assertThat(warning.mend()).isEqualTo("set it to 288m at most");
        });
    }

    @Test
    void warnsOfReservedConcurrencyBelowTheShards() {
        Plan plan = new Plan().reserve(FunctionRole.STREAM, 7);
        plan.shards = 4;
        plan.parallelization = 2;

        assertThat(plan.warnings()).singleElement().satisfies(warning -> {
            assertThat(warning.where()).isEqualTo("quarkus.punctual.template.function.\"stream\".reserved-concurrency");
            assertThat(warning.mend()).isEqualTo("set it to 8 at least");
        });
        assertThat(plan.reserve(FunctionRole.STREAM, 8).warnings()).isEmpty();
    }

    @Test
    void countsOneShardWhereAwsDecides() {
        Plan plan = new Plan().reserve(FunctionRole.STREAM, 1);
        plan.mode = StreamMode.ON_DEMAND;
        plan.shards = 4;

        assertThat(plan.warnings()).isEmpty();
    }

    @Test
    void warnsOfReservedConcurrencyBelowThatOfTheRetryQueue() {
        Plan plan = new Plan().reserve(FunctionRole.RETRY, 9);

        assertThat(plan.warnings()).singleElement().extracting(Finding::what).asString()
                .startsWith("up to 10 batches come at a time, and 9 are taken").endsWith("and receives");
    }

    @Test
    void checksTheSourceQueueOfHandlersToo() {
        Plan plan = new Plan().function(FunctionRole.STREAM, "1m");
        plan.source = Source.queue("orders");
        plan.visibility = Optional.of(Duration.ofSeconds(59));

        assertThat(plan.errors()).singleElement().extracting(Finding::what).asString()
                .contains("the timeout of the stream function is 1m");
    }
}
