package dev.punctual.testkit.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.aws.AwsException;

class FaultPlanTest {

    private static final Call PUT = new Call("kinesis:PutRecord", "orders", 0);
    private static final Call PUT_THREE = new Call("kinesis:PutRecords", "orders", 3);

    private final FaultPlan plan = new FaultPlan(new SplittableRandom(7));

    @Test
    void strikesTheNthCallOnly() {
        plan.order(FaultRule.at("kinesis:PutRecord", Trigger.call(2), Fault.throttle()));

        var struck = IntStream.range(0, 4).mapToObj(i -> plan.decide(PUT).refusal().isPresent()).toList();

        assertThat(struck).containsExactly(false, true, false, false);
    }

    @Test
    void strikesTheNextCallsFromTheMomentItIsOrdered() {
        plan.decide(PUT);
        plan.order(FaultRule.at("kinesis:*", Trigger.next(2), Fault.throttle()));

        var struck = IntStream.range(0, 3).mapToObj(i -> plan.decide(PUT).refusal().isPresent()).toList();

        assertThat(struck).containsExactly(true, true, false);
    }

    @Test
    void strikesWhereThePredicateHolds() {
        plan.order(FaultRule.at("*", Trigger.when(call -> call.entries() > 2), Fault.throttle()));

        assertThat(plan.decide(PUT).refusal()).isEmpty();
        assertThat(plan.decide(PUT_THREE).refusal()).isPresent();
    }

    @Test
    void strikesAtARateThatTheSeedRepeats() {
        var rule = FaultRule.at("*", Trigger.rate(0.25), Fault.throttle());
        var same = new FaultPlan(new SplittableRandom(7)).order(rule);
        plan.order(rule);

        var struck = IntStream.range(0, 1_000).mapToObj(i -> plan.decide(PUT).refusal().isPresent()).toList();
        var again = IntStream.range(0, 1_000).mapToObj(i -> same.decide(PUT).refusal().isPresent()).toList();

        assertThat(struck).isEqualTo(again);
        assertThat(struck.stream().filter(hit -> hit).count()).isBetween(200L, 300L);
    }

    @Test
    void looksOnlyAtItsOperationAndResource() {
        plan.order(FaultRule.at("kinesis:PutRecord", Trigger.always(), Fault.throttle()).on("menus"));

        assertThat(plan.decide(PUT).refusal()).isEmpty();
        assertThat(plan.decide(new Call("kinesis:PutRecord", "menus", 0)).refusal()).isPresent();
        assertThat(plan.decide(new Call("kinesis:PutRecords", "menus", 1)).refusal()).isEmpty();
    }

    @Test
    void failsChosenEntriesAndShares() {
        plan.order(FaultRule.at("kinesis:PutRecords", Trigger.call(1), Fault.failEntries(0, 2)));
        plan.order(FaultRule.at("kinesis:PutRecords", Trigger.call(2), Fault.failShare(1)));

        assertThat(plan.decide(PUT_THREE).failures()).containsOnlyKeys(0, 2);
        assertThat(plan.decide(PUT_THREE).failures()).containsOnlyKeys(0, 1, 2);
        assertThat(plan.decide(PUT_THREE).failures()).isEmpty();
    }

    @Test
    void refusesWithTheErrorThatWasOrdered() {
        plan.order(FaultRule.at("*", Trigger.call(1), Fault.internalFailure()));

        var decision = plan.decide(PUT);

        assertThatThrownBy(() -> decision.refuse(() -> new AwsException("Throttled", "", 400)))
                .isInstanceOfSatisfying(AwsException.class, e -> {
                    assertThat(e.code()).isEqualTo("InternalFailure");
                    assertThat(e.httpStatus()).isEqualTo(500);
                });
        assertThatCode(() -> plan.decide(PUT).refuse(() -> new AwsException("Throttled", "", 400))).doesNotThrowAnyException();
    }

    @Test
    void addsLatenciesUpAndCountsThemApartFromRefusals() {
        plan.order(FaultRule.at("*", Trigger.call(1), Fault.latency(Duration.ofMillis(200))));
        plan.order(FaultRule.at("*", Trigger.always(), Fault.latency(Duration.ofMillis(50))));

        plan.decide(PUT);

        assertThat(plan.latency(PUT)).isEqualTo(Duration.ofMillis(250));
        assertThat(plan.latency(PUT)).isEqualTo(Duration.ofMillis(50));
    }

    @Test
    void forgetsRulesWhenCleared() {
        plan.order(FaultRule.at("*", Trigger.always(), Fault.throttle()));

        plan.clear();

        assertThat(plan.decide(PUT).refusal()).isEmpty();
    }

    @Test
    void refusesEntryFaultsOnOperationsWithoutEntries() {
        assertThatThrownBy(() -> FaultRule.at("kinesis:PutRecord", Trigger.always(), Fault.failEntries(0)))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("was 'kinesis:PutRecord'");
        assertThatThrownBy(() -> Trigger.rate(1.5)).hasMessageContaining("0 to 1, was 1.5");
    }
}
