package dev.punctual.journey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;

import org.junit.jupiter.api.Test;

import dev.punctual.journey.step.Step;

class JourneyTest {

    @Test
    void countsAnAttemptOnceThatALogAndATraceTellOf() {
        Step told = Orders.steps().stream().filter(step -> step.what() instanceof Step.Attempt).findFirst().orElseThrow();
        Step.Attempt attempt = (Step.Attempt) told.what();
        Step traced = new Step(told.at().plusMillis(1), told.event(), told.handler(), told.place(), "",
                new Step.Attempt(attempt.number(), attempt.start().minusMillis(1), attempt.exception()));
        Step later = new Step(told.at().plusSeconds(60), told.event(), told.handler(), told.place(), "",
                new Step.Attempt(attempt.number(), attempt.start().plusSeconds(60), attempt.exception()));

        assertThat(Journey.of("order-7", List.of(traced, told)).lanes().get(0).steps()).containsExactly(told);
        assertThat(Journey.of("order-7", List.of(later, told)).lanes().get(0).steps()).containsExactly(told, later);
    }

    @Test
    void countsEachStepOnceThatALogAndATraceTellOf() {
        List<Step> told = Orders.steps();
        List<Step> traced = told.stream().map(step -> new Step(step.at().plusMillis(2), step.event(), step.handler(),
                step.place(), "", step.what())).toList();
        List<Step> both = new ArrayList<>(traced);
        both.addAll(told);

        assertThat(Journey.of("order-7", both)).isEqualTo(Orders.journey());
    }

    @Test
    void knowsTheCauseOfAnEventIfAnyOfItsStepsTellsIt() {
        List<Step> steps = Orders.steps().stream().map(step -> step.what() instanceof Step.Attempt
                && step.event().id().equals("e-2")
                        ? new Step(step.at(), new Step.Event("order-7", "", "e-2", "paid"), step.handler(), step.place(),
                                step.function(), step.what())
                        : step)
                .toList();

        assertThat(Journey.of("order-7", steps).lanes()).extracting(Lane::depth).containsExactly(0, 1);
    }

    @Test
    void placesEachEventBehindTheOneWhoseHandlerPublishedIt() {
        Journey journey = Orders.journey();

        assertThat(journey.lanes()).extracting(lane -> lane.event().id(), Lane::handler, Lane::depth, Lane::fate)
                .containsExactly(tuple("e-1", "Kitchen.placed", 0, Lane.Fate.HANDLED),
                        tuple("e-2", "Till.paid", 1, Lane.Fate.DEAD));
        assertThat(Duration.between(journey.start(), journey.end())).isEqualTo(Duration.ofSeconds(5));
    }

    @Test
    void isTheSameInWhateverOrderStepsAreTold() {
        List<Step> steps = new ArrayList<>(Orders.steps());
        steps.addAll(Orders.steps());
        Collections.shuffle(steps, new Random(3));

        assertThat(Journey.of("order-7", steps)).isEqualTo(Orders.journey());
    }

    @Test
    void endsThoughEventsNameEachOtherAsTheirCause() {
        Journey journey = Journey.of("c", List.of(handled("a", "b"), handled("b", "a"), handled("c", "c")));

        assertThat(journey.lanes()).extracting(lane -> lane.event().id()).containsExactlyInAnyOrder("a", "b", "c");
    }

    @Test
    void knowsNothingOfWhatNobodyTold() {
        assertThat(Journey.of("x", List.of()).isEmpty()).isTrue();
    }

    private static Step handled(String id, String cause) {
        return new Step(Instant.EPOCH, new Step.Event("c", cause, id, "t"), "h",
                new Step.Place("s", Optional.empty(), Optional.empty()), "", new Step.Ended("handled"));
    }
}
