package dev.punctual.template.deadline;

import java.time.Duration;

import dev.punctual.retry.RetryPolicy;
import dev.punctual.template.application.FunctionRole;

/** Works out timelines. */
final class Timelines {

    private Timelines() {
    }

    static Timeline of(Situation situation) {
        return new Timeline(situation.handler(), situation.arrival(),
                situation.handler().retry().map(policy -> promise(situation, policy)), situation.crash());
    }

    static Promise promise(Situation situation, RetryPolicy policy) {
        Journey journey = situation.journey(policy);
        Course warm = warm(situation, journey);
        return new Promise(policy, situation.costs(), journey.lastStart(), warm,
                cold(situation, journey, warm.attempts()));
    }

    private static Course warm(Situation situation, Journey journey) {
        Arrival arrival = situation.arrival();
        Attempts attempts = AttemptCounts.of(journey, arrival.warm(), arrival.warm().dividedBy(2), Duration.ZERO);
        Duration letter = deadLetter(journey, arrival.warm(), Duration.ZERO);
        return new Course(arrival.warm(), attempts, letter.plus(situation.letterHop(Duration.ZERO)));
    }

    private static Course cold(Situation situation, Journey journey, Attempts warm) {
        Arrival arrival = situation.arrival();
        Duration retryStart = situation.mayPark() ? situation.coldStart(FunctionRole.RETRY) : Duration.ZERO;
        Duration usual = arrival.warm().dividedBy(2).plus(arrival.coldStart());
        Attempts attempts = AttemptCounts.of(journey, arrival.cold(), usual, retryStart);
        Duration letter = deadLetter(journey, arrival.cold(), retryStart);
        return new Course(arrival.cold(), attempts.atMost(warm),
                letter.plus(situation.letterHop(situation.coldStart(FunctionRole.DEAD_LETTER))));
    }

    /**
     * With the deadline: the last attempt ends G before it. Later, where the first delivery, or a message that was sent in time
     * for its last attempt, waits for an environment, or the stream's mapping for its next delivery: the event is a dead letter
     * as soon as it is seen.
     */
    private static Duration deadLetter(Journey journey, Duration first, Duration retryStart) {
        Duration seenFirst = first.plus(journey.costs().guard());
        Duration late = journey.mayReturn() ? Estimates.LONGEST_REDELIVERY : retryStart;
        Duration seenAgain = journey.lastStart().plus(late).plus(journey.costs().guard());
        return Spans.max(journey.budget(), Spans.max(seenFirst, seenAgain));
    }
}
