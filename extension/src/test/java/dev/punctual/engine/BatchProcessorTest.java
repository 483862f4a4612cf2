package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.event;
import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.retried;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.Attempt;
import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Failure;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadline.Deadline;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventInvoker;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.SendResult;

class BatchProcessorTest {

    private static final EventInvoker WORKS = (payload, context) -> {
    };
    private static final EventInvoker FAILS = (payload, context) -> {
        throw new IllegalStateException("down");
    };

    private final EngineFixture engine = new EngineFixture();

    private static EventInvoker failsUntilAttempt(int attempt) {
        return (payload, context) -> {
            if (context.attempt() < attempt) {
                throw new IllegalStateException("not yet");
            }
        };
    }

    @Test
    void answersAnEmptyBatch() {
        assertThat(engine.handler("notify", within("5S"), WORKS).process()).isEmpty();
    }

    @Test
    void handlesEveryEventOfABatch() {
        List<Outcome> outcomes = engine.handler("notify", within("5S"), WORKS).process("placed:a", "placed:b");

        assertThat(outcomes).containsExactly(Outcome.HANDLED, Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("notify#1 a", "notify#1 b");
        assertThat(engine.told).containsExactly(Outcome.HANDLED, Outcome.HANDLED);
    }

    @Test
    void retriesInPlaceAfterAShortWait() {
        Instant start = engine.virtual.instant();

        List<Outcome> outcomes = engine.handler("notify", within("5S"), failsUntilAttempt(2)).process("placed:a");

        assertThat(outcomes).containsExactly(Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("notify#1 a", "notify#2 a");
        assertThat(Duration.between(start, engine.virtual.instant())).isLessThanOrEqualTo(Duration.ofMillis(200));
        assertThat(engine.parked).isEmpty();
    }

    @Test
    void handlesTheOthersWhileOneEventWaits() {
        EventInvoker firstFails = (payload, context) -> {
            if (payload.equals("a") && context.attempt() == 1) {
                throw new IllegalStateException("not yet");
            }
        };

        engine.handler("notify", within("5S"), firstFails).process("placed:a", "placed:b", "placed:c");

        assertThat(engine.calls).containsExactly("notify#1 a", "notify#1 b", "notify#1 c", "notify#2 a");
    }

    @Test
    void parksAnEventThatKeepsFailing() {
        List<Outcome> outcomes = engine.handler("notify", within("60S"), FAILS).process("placed:a");

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Parked.class);
        assertThat(engine.parked).singleElement().satisfies(parked -> {
            assertThat(parked.handler()).isEqualTo("notify");
            assertThat(parked.delay()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(10));
            assertThat(parked.deadline().at()).isEqualTo(VirtualClock.START.plusSeconds(60));
            assertThat(parked.attempts().count()).isEqualTo(engine.calls.size());
            assertThat(parked.event().data()).isEqualTo("placed:a".getBytes());
        });
    }

    @Test
    void carriesAttemptsOnWhenAParkedEventIsTriedAgain() {
        Deadline deadline = Deadline.of(VirtualClock.START, new TimeBudget(Duration.ofSeconds(60)), VirtualClock.START);
        AttemptHistory before = AttemptHistory.NONE.plus(new Attempt(1, VirtualClock.START, VirtualClock.START, "orders-stream",
                "request-0", new Failure("x.Y", "", "0123456789ab")));
        engine.virtual.advance(Duration.ofSeconds(3));

        List<Outcome> outcomes = engine.handler("notify", within("60S"), WORKS).handler("audit", within("60S"), WORKS)
                .process(List.of(retried("notify", "placed:a", deadline, before)));

        assertThat(outcomes).containsExactly(Outcome.HANDLED);
        assertThat(engine.calls).as("only the handler that failed").containsExactly("notify#2 a");
    }

    @Test
    void deadLettersWhenTheDeadlineLeavesNoRoom() {
        List<Outcome> outcomes = engine.handler("notify", within("1S"), FAILS).process("placed:a");

        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.DEADLINE));
        assertThat(engine.virtual.instant()).isBeforeOrEqualTo(VirtualClock.START.plusSeconds(1));
        assertThat(engine.letters).singleElement().satisfies(letter -> {
            assertThat(letter.attempts().count()).isEqualTo(engine.calls.size()).isGreaterThan(1);
            assertThat(letter.event().data()).isEqualTo("placed:a".getBytes());
            assertThat(letter.function()).isEqualTo("orders-stream");
            assertThat(letter.application()).isEqualTo("shop:1.0");
        });
    }

    @Test
    void startsNoAttemptThatCannotMeetItsDeadline() {
        engine.attemptCost = Optional.of(Duration.ofSeconds(2));
        Instant arrival = VirtualClock.START;
        engine.virtual.advance(Duration.ofMillis(2_950));

        List<Outcome> outcomes = engine.handler("notify", within("5S"), WORKS)
                .process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", arrival))));

        assertThat(outcomes).as("now + C + G > D").containsExactly(new Outcome.DeadLettered(Reason.DEADLINE));
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void returnsAnEventWhenTheInvocationIsTooShortForIt() {
        engine.attemptCost = Optional.of(Duration.ofSeconds(2));
        engine.invocationTime = Duration.ofSeconds(2);

        List<Outcome> outcomes = engine.handler("notify", within("60S"), WORKS).process("placed:a");

        assertThat(outcomes.get(0).acknowledged()).isFalse();
        assertThat(engine.calls).isEmpty();
    }

    @Test
    void deadLettersAtOnceAfterAPermanentFailure() {
        engine.handler("notify", within("5S"), (payload, context) -> {
            throw new PermanentFailureException("the restaurant has closed for good");
        });

        assertThat(engine.process("placed:a")).containsExactly(new Outcome.DeadLettered(Reason.PERMANENT));
        assertThat(engine.calls).hasSize(1);
        assertThat(engine.letters.get(0).attempts().kept().get(0).failure().message())
                .isEqualTo("the restaurant has closed for good");
    }

    @Test
    void deadLettersWhenItsAttemptsAreUsedUp() {
        engine.handler("notify", policy(Duration.ofSeconds(60), 2), FAILS);

        assertThat(engine.process("placed:a")).containsExactly(new Outcome.DeadLettered(Reason.ATTEMPTS));
        assertThat(engine.calls).hasSize(2);
    }

    @Test
    void treatsAnErrorAsAFailedAttempt() {
        engine.handler("notify", policy(Duration.ofSeconds(5), 1), (payload, context) -> {
            throw new StackOverflowError();
        });

        assertThat(engine.process("placed:a", "placed:b")).containsOnly(new Outcome.DeadLettered(Reason.ATTEMPTS));
        assertThat(engine.letters.get(0).attempts().kept().get(0).failure().exception())
                .isEqualTo("java.lang.StackOverflowError");
    }

    @Test
    void deadLettersBytesThatNobodyCanRead() {
        assertThat(engine.handler("notify", within("5S"), WORKS).process("!garbage", "placed:b"))
                .containsExactly(new Outcome.DeadLettered(Reason.UNDECODABLE), Outcome.HANDLED);
        assertThat(engine.letters.get(0).event().data()).isEqualTo("!garbage".getBytes());
        assertThat(engine.letters.get(0).handler()).isEmpty();
    }

    @Test
    void givesBytesThatNobodyCanReadToAHandlerOfEveryType() {
        engine.handler("notify", within("5S"), WORKS).handler("archive", "", within("5S"), WORKS);

        assertThat(engine.process("!garbage")).containsExactly(Outcome.HANDLED);
        assertThat(engine.calls).containsExactly("archive#1 !garbage");
    }

    @Test
    void deadLettersAPayloadOfTheWrongShape() {
        assertThat(engine.handler("notify", within("5S"), WORKS).process("placed:?"))
                .containsExactly(new Outcome.DeadLettered(Reason.UNDECODABLE));
        assertThat(engine.letters.get(0).handler()).isEqualTo("notify");
        assertThat(engine.letters.get(0).detail()).isEqualTo("not the shape");
    }

    @Test
    void survivesABrokenCodec() {
        assertThat(engine.handler("notify", within("5S"), WORKS).process("placed:%", "placed:b"))
                .containsExactly(new Outcome.DeadLettered(Reason.UNDECODABLE), Outcome.HANDLED);
        assertThat(engine.letters.get(0).detail()).contains("java.lang.IllegalStateException").doesNotContain("is broken");
    }

    @Test
    void deadLettersAnUnknownTypeUnlessToldToIgnoreIt() {
        engine.handler("notify", within("5S"), WORKS);

        assertThat(engine.process("cancelled:a")).containsExactly(new Outcome.DeadLettered(Reason.UNKNOWN_TYPE));

        engine.ignoreUnknownTypes = true;
        assertThat(engine.process("cancelled:a")).containsExactly(Outcome.IGNORED);
        assertThat(engine.letters).hasSize(1);
    }

    @Test
    void deadLettersAParkedEventWhoseHandlerIsGone() {
        Deadline deadline = Deadline.of(VirtualClock.START, new TimeBudget(Duration.ofSeconds(60)), VirtualClock.START);

        assertThat(engine.process(List.of(retried("renamed", "placed:a", deadline, AttemptHistory.NONE))))
                .containsExactly(new Outcome.DeadLettered(Reason.UNKNOWN_HANDLER));
    }

    @Test
    void deadLettersAnItemThatIsNotInItsSourcesForm() {
        List<Outcome> outcomes = engine.process(List
                .of(new BatchItem.Unreadable("0", event(0, "", VirtualClock.START), "the record has no data")));

        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.UNDECODABLE));
        assertThat(engine.letters.get(0).detail()).isEqualTo("the record has no data");
    }

    @Test
    void givesEachHandlerOfAnEventItsOwnOutcome() {
        engine.handler("notify", within("60S"), FAILS).handler("audit", within("60S"), WORKS);

        assertThat(engine.process("placed:a").get(0)).satisfies(outcome -> assertThat(outcome.acknowledged()).isTrue());
        assertThat(engine.told).hasSize(2).contains(Outcome.HANDLED);
        assertThat(engine.parked).extracting(event -> event.handler()).containsExactly("notify");
        assertThat(engine.calls).filteredOn(call -> call.startsWith("audit")).hasSize(1);
    }

    @Test
    void returnsAnEventWhenTheRetryQueueFails() {
        engine.retryQueue = events -> {
            throw new IllegalStateException("unreachable");
        };

        List<Outcome> outcomes = engine.handler("notify", within("60S"), FAILS).process("placed:a");

        assertThat(outcomes.get(0).acknowledged()).isFalse();
    }

    @Test
    void returnsOnlyTheEventWhoseLetterWasNotTaken() {
        engine.deadLetterQueue = all -> all.stream()
                .map(letter -> new String(letter.event().data()).endsWith("b") ? new SendResult.NotSent("too large")
                        : SendResult.SENT)
                .collect(Collectors.toList());

        List<Outcome> outcomes = engine.handler("notify", policy(Duration.ofSeconds(60), 1), FAILS).process("placed:a",
                "placed:b");

        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.ATTEMPTS),
                new Outcome.ReturnedToSource("the dead-letter queue did not take it: too large"));
    }

    @Test
    void returnsAnEventAsSoonAsOneOfItsHandlersNeedsItAgain() {
        engine.deadLetterQueue = all -> all.stream().map(letter -> (SendResult) new SendResult.NotSent("refused")).toList();
        engine.handler("notify", policy(Duration.ofSeconds(60), 1), FAILS).handler("audit", within("60S"), WORKS);

        assertThat(engine.process("placed:a").get(0).acknowledged()).isFalse();
    }

    @Test
    void namesALetterTheSameWheneverTheSameEventDies() {
        engine.handler("notify", policy(Duration.ofSeconds(60), 1), FAILS);

        engine.process("placed:a");
        engine.virtual.advance(Duration.ofSeconds(1));
        engine.process("placed:a");

        assertThat(engine.letters).extracting(DeadLetter::id).containsExactly("orders/shardId-000000000000:0#notify",
                "orders/shardId-000000000000:0#notify");
    }

    @Test
    void countsTheBudgetFromTheArrival() {
        Instant arrival = VirtualClock.START;
        engine.virtual.advance(Duration.ofMillis(4_500));

        engine.handler("notify", within("5S"), (payload, context) -> {
            assertThat(context.arrival()).isEqualTo(arrival);
            assertThat(context.deadline()).isEqualTo(arrival.plusSeconds(5));
            assertThat(context.remaining()).isEqualTo(Duration.ofMillis(500));
        });

        assertThat(engine.process(List.of(new BatchItem.Fresh("0", event(0, "placed:a", arrival)))))
                .containsExactly(Outcome.HANDLED);
    }
}
