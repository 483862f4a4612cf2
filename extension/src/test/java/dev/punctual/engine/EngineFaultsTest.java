package dev.punctual.engine;

import static dev.punctual.engine.EngineFixture.policy;
import static dev.punctual.engine.EngineFixture.within;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;

/** What breaks around the engine, in one thread and virtual time. */
class EngineFaultsTest {

    private final EngineFixture engine = new EngineFixture();

    @Test
    void doesNotTakeSilenceOfAQueueForAnAnswer() {
        // given: a dead-letter queue that says nothing of one of two letters
        engine.deadLetterQueue = letters -> Arrays.asList(SendResult.SENT, null);

        // when
        List<Outcome> outcomes = engine.process("!a", "!b");

        // then
        assertThat(outcomes).extracting(Outcome::acknowledged).containsExactly(true, false);
    }

    @Test
    void returnsOnlyWhatABrokenQueueShouldHaveTaken() {
        engine.deadLetterQueue = letters -> {
            throw new LinkageError("the client's classes do not fit");
        };

        List<Outcome> outcomes = engine.handler("notify", within("5S"), (payload, context) -> {
        }).process("placed:a", "!b");

        assertThat(outcomes).extracting(Outcome::acknowledged).containsExactly(true, false);
    }

    @Test
    void answersAtOnceThoughItsListenerThrowsErrors() {
        // given
        engine.slowListener = () -> {
            throw new LinkageError("a broken listener");
        };

        // when
        List<Outcome> outcomes = engine.handler("notify", within("5S"), (payload, context) -> {
        }).process("placed:a", "placed:b");

        // then
        assertThat(outcomes).containsExactly(Outcome.HANDLED, Outcome.HANDLED);
        assertThat(engine.virtual.instant()).isEqualTo(VirtualClock.START);
    }

    @Test
    void returnsTheBatchAtOnceWhenNoThreadCanBeHad() {
        // given
        engine.executor = task -> {
            throw new RejectedExecutionException("closed");
        };

        // when
        List<Outcome> outcomes = engine.handler("notify", within("5S"), (payload, context) -> {
        }).process("placed:a", "!b");

        // then: what needs no thread of its own is done
        assertThat(outcomes).extracting(Outcome::acknowledged).containsExactly(false, true);
        assertThat(engine.virtual.instant()).isEqualTo(VirtualClock.START);
    }

    @Test
    void goesOnWithTheThreadsThatItHas() {
        // given: an executor that has one thread less than is asked for
        int[] asked = { 0 };
        engine.concurrency = 2;
        engine.executor = task -> {
            if (++asked[0] == 2) {
                throw new OutOfMemoryError("unable to create native thread");
            }
            task.run();
        };

        // when
        List<Outcome> outcomes = engine.handler("notify", within("5S"), (payload, context) -> {
        }).process("placed:a", "placed:b");

        // then
        assertThat(outcomes).containsExactly(Outcome.HANDLED, Outcome.HANDLED);
    }

    @Test
    void triesAgainAfterAnExceptionThatCannotSayWhatItIs() {
        // when
        List<Outcome> outcomes = engine.handler("notify", policy(Duration.ofSeconds(5), 1), (payload, context) -> {
            throw new IllegalStateException() {
                private static final long serialVersionUID = 1L;

                @Override
                public String getMessage() {
                    throw new UnsupportedOperationException("no message");
                }
            };
        }).process("placed:a");

        // then
        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.ATTEMPTS));
    }

    @Test
    void makesNoMoreAttemptsThanAPolicyThatHasBecomeStricterAllows() {
        // given: an event that was parked after its second attempt
        engine.handler("notify", policy(Duration.ofMinutes(1), 2), (payload, context) -> {
            throw new IOException("busy");
        });
        engine.process("placed:a");
        DeadLetter letter = engine.letters.get(0);
        engine.calls.clear();

        // when
        BatchItem retried = new BatchItem.Retried("message-1", new ParkedEvent("notify", letter.event(),
                letter.deadline(), letter.attempts(), 1, Redrive.NONE, Duration.ZERO));
        List<Outcome> outcomes = engine.process(List.of(retried));

        // then
        assertThat(engine.calls).isEmpty();
        assertThat(outcomes).containsExactly(new Outcome.DeadLettered(Reason.ATTEMPTS));
    }

    @Test
    void makesAttemptsAgainAfterOneThatTookTheWholeInvocation() {
        // given: a processor that has learned of one attempt, which took nearly all of its invocation
        engine.attemptCost = Optional.empty();
        engine.handler("notify", within("3600S"), (payload, context) -> {
            engine.virtual.advance(payload.equals("slow") ? Duration.ofMillis(29_990) : Duration.ofMillis(10));
        });
        BatchProcessor processor = engine.processor();
        handle(processor, "placed:slow", Duration.ZERO);

        // when: the next comes a moment after its invocation began
        Outcome outcome = handle(processor, "placed:quick", Duration.ofMillis(50));

        // then
        assertThat(outcome).isEqualTo(Outcome.HANDLED);
    }

    private Outcome handle(BatchProcessor processor, String data, Duration late) {
        Invocation invocation = new Invocation("orders-stream", "request-1",
                engine.virtual.instant().plus(engine.invocationTime).minus(late));
        BatchItem item = new BatchItem.Fresh("0", EngineFixture.event(0, data, engine.virtual.instant()));
        return processor.process(List.of(item), invocation).get(0).outcome();
    }
}
