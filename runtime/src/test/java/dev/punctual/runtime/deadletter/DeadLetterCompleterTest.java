package dev.punctual.runtime.deadletter;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.runtime.deadletter.DeadLetterCompleter.Subscriber;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RetryFormat;

class DeadLetterCompleterTest {

    private static final Instant NOW = Instant.parse("2026-01-02T00:00:00Z");

    private final List<DeadLetter> kept = new ArrayList<>();
    private final List<String> told = new ArrayList<>();
    private final LetterBox taking = letters -> {
        letters.forEach(letter -> kept.add(letter.letter()));
        return letters.stream().map(letter -> SendResult.SENT).toList();
    };

    private static SqsEvents.Message message(String id, String body) {
        return new SqsEvents.Message(id, queue("orders-on-failure"), NOW, body);
    }

    private static SqsEvents.Message ofOurs(String id, String detail) {
        return message(id, new DeadLetterFormat(new JsonFactory()).write(letter(event(utf8("x")), detail)));
    }

    private Subscriber subscriber(String name) {
        return new Subscriber() {
            @Override
            public boolean takes(DeadLetter letter) {
                return true;
            }

            @Override
            public void tell(DeadLetter letter) {
                told.add(name + ":" + letter.detail());
            }
        };
    }

    private static Subscriber throwing(Throwable failure, boolean whenAsked) {
        return new Subscriber() {
            @Override
            public boolean takes(DeadLetter letter) {
                if (whenAsked && failure instanceof Error error) {
                    throw error;
                }
                return true;
            }

            @Override
            public void tell(DeadLetter letter) throws Throwable {
                throw failure;
            }
        };
    }

    private List<ItemOutcome> process(LetterBox queue, List<Subscriber> subscribers, SqsEvents.Message... messages) {
        return new DeadLetterCompleter(GivenUp.completion(() -> NOW), GivenUp::processor, subscribers, queue,
                InstantSource.fixed(NOW),
                "shop:2.0")
                .process(List.of(messages), new Invocation("orders-dead-letter", "request-1", NOW.plusSeconds(30)));
    }

    @Test
    void handsLettersToTheirQueueAndAcknowledgesThem() {
        List<ItemOutcome> outcomes = process(taking, List.of(), ofOurs("m-1", "late"), message("m-2", "anything"));

        assertThat(outcomes).containsExactly(new ItemOutcome("m-1", new Outcome.DeadLettered(Reason.ATTEMPTS)),
                new ItemOutcome("m-2", new Outcome.DeadLettered(Reason.ABANDONED)));
        assertThat(kept).extracting(DeadLetter::reason).containsExactly(Reason.ATTEMPTS, Reason.ABANDONED);
    }

    @Test
    void writesItsFunctionAndTimeIntoWhatItMakes() {
        DeadLetterCompleter completer = new DeadLetterCompleter(GivenUp.completion(() -> NOW), GivenUp::processor, List.of(),
                taking,
                () -> NOW, "shop:2.0");

        completer.process(List.of(message("m", "anything")), new Invocation("orders-dead-letter", "request-1", NOW));

        assertThat(kept).singleElement().satisfies(letter -> {
            assertThat(letter.function()).isEqualTo("orders-dead-letter");
            assertThat(letter.requestId()).isEqualTo("request-1");
            assertThat(letter.application()).isEqualTo("shop:2.0");
            assertThat(letter.diedAt()).isEqualTo(NOW);
        });
    }

    @Test
    void tellsEveryMethodOfEveryLetter() {
        process(taking, List.of(subscriber("a"), subscriber("b")), ofOurs("m-1", "1"), ofOurs("m-2", "2"));

        assertThat(told).containsExactly("a:1", "b:1", "a:2", "b:2");
    }

    @Test
    void tellsNoMethodThatDoesNotTakeTheLetter() {
        Subscriber picky = new Subscriber() {
            @Override
            public boolean takes(DeadLetter letter) {
                return letter.detail().equals("2");
            }

            @Override
            public void tell(DeadLetter letter) {
                told.add(letter.detail());
            }
        };

        process(taking, List.of(picky), ofOurs("m-1", "1"), ofOurs("m-2", "2"), ofOurs("m-3", "3"));

        assertThat(told).containsExactly("2");
        assertThat(kept).hasSize(3);
    }

    @Test
    void keepsTheLetterAndTellsTheOthersWhateverAMethodThrows() {
        List<Subscriber> subscribers = List.of(throwing(new StackOverflowError("deep"), false),
                throwing(new IllegalStateException("down"), false), throwing(new Exception("checked"), false),
                throwing(new NoClassDefFoundError("gone"), true), subscriber("last"));

        List<ItemOutcome> outcomes = process(taking, subscribers, ofOurs("m-1", "1"), ofOurs("m-2", "2"));

        assertThat(told).containsExactly("last:1", "last:2");
        assertThat(kept).hasSize(2);
        assertThat(outcomes).allMatch(item -> item.outcome().acknowledged());
    }

    @Test
    void returnsAMessageWhoseLetterTheQueueRefuses() {
        LetterBox half = letters -> List.of(SendResult.SENT, new SendResult.NotSent("SQS refused it with X"));

        List<ItemOutcome> outcomes = process(half, List.of(), ofOurs("m-1", "1"), ofOurs("m-2", "2"));

        assertThat(outcomes).containsExactly(new ItemOutcome("m-1", new Outcome.DeadLettered(Reason.ATTEMPTS)),
                new ItemOutcome("m-2",
                        new Outcome.ReturnedToSource("the dead-letter queue did not take its letter: SQS refused it with X")));
    }

    @Test
    void returnsAMessageOfWhichTheQueueSaysNothing() {
        LetterBox silent = letters -> Collections.nCopies(letters.size(), null);

        List<ItemOutcome> outcomes = process(silent, List.of(), message("m-1", "anything"));

        assertThat(outcomes).singleElement().satisfies(item -> assertThat(item.outcome().acknowledged()).isFalse());
    }

    @Test
    void doesNotCallTheQueueForAnEmptyBatch() {
        LetterBox untouched = letters -> {
            throw new AssertionError("there is nothing to send");
        };

        assertThat(process(untouched, List.of(subscriber("a")))).isEmpty();
        assertThat(told).isEmpty();
    }

    @Test
    void makesALetterOfAParkedEventWhoseReceivesWereUsedUp() {
        ParkedEvent parked = parked(event(utf8("x")), Duration.ZERO);
        String body = new RetryFormat(new JsonFactory()).write(parked);

        List<ItemOutcome> outcomes = process(taking, List.of(subscriber("a")), ofOurs("m-1", "late"), message("m-2", body),
                message("m-3", "anything"));

        assertThat(outcomes).extracting(ItemOutcome::itemId).containsExactly("m-1", "m-2", "m-3");
        assertThat(outcomes).allMatch(item -> item.outcome().acknowledged());
        assertThat(told).contains("a:the retry queue gave it up: its receives were used up");
        assertThat(kept).filteredOn(letter -> letter.reason() == Reason.ABANDONED && !letter.handler().isEmpty())
                .singleElement().satisfies(letter -> {
                    assertThat(letter.handler()).isEqualTo(parked.handler());
                    assertThat(letter.event()).usingRecursiveComparison().isEqualTo(parked.event());
                    assertThat(letter.attempts()).isEqualTo(parked.attempts());
                    assertThat(letter.deadline()).isEqualTo(parked.deadline());
                    assertThat(letter.id()).isEqualTo(DeadLetter.id(parked.event(), parked.handler()));
                    assertThat(letter.function()).isEqualTo("orders-dead-letter");
                    assertThat(letter.diedAt()).isEqualTo(NOW);
                });
    }

    @Test
    void returnsAParkedEventWhoseLetterTheQueueRefuses() {
        LetterBox refusing = letters -> Collections.nCopies(letters.size(), new SendResult.NotSent("down"));
        String body = new RetryFormat(new JsonFactory()).write(parked(event(utf8("x")), Duration.ZERO));

        assertThat(process(refusing, List.of(), message("m-1", body))).singleElement()
                .satisfies(item -> assertThat(item.outcome().acknowledged()).isFalse());
    }
}
