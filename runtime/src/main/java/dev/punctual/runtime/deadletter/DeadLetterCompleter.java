package dev.punctual.runtime.deadletter;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.runtime.deadletter.OnFailureReader.Found;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.QueueMessage;

/**
 * The dead-letter function: makes complete letters of what the on-failure queue holds, tells the application's
 * {@code @OnDeadLetter} methods, and hands the letters to the dead-letter queue; safe for use by several threads.
 *
 * <p>
 * Parked events that the platform gave up pass the engine, which asks the ledger whether they are dead at all.
 */
public final class DeadLetterCompleter {

    /** A method that is told of dead letters. */
    public interface Subscriber {

        /** Whether the method takes the letter. */
        boolean takes(DeadLetter letter);

        /**
         * Tells the method.
         *
         * @throws Throwable whatever the method throws
         */
        void tell(DeadLetter letter) throws Throwable;
    }

    /** A letter, and the message that holds it. */
    private record Kept(String itemId, DeadLetter letter) {
    }

    private static final Logger LOG = Logger.getLogger(DeadLetterCompleter.class);

    private final OnFailureReader reader;
    private final Function<DeadLetterQueue, BatchProcessor> processors;
    private final List<Subscriber> subscribers;
    private final DeadLetterQueue queue;
    private final InstantSource clock;
    private final String application;

    /**
     * @param processors makes an engine that sends its letters to a queue
     * @param queue where letters are kept
     * @param application name and version of the application
     */
    public DeadLetterCompleter(JsonFactory json, Function<DeadLetterQueue, BatchProcessor> processors,
            List<Subscriber> subscribers, DeadLetterQueue queue, InstantSource clock, String application) {
        this.reader = new OnFailureReader(json);
        this.processors = processors;
        this.subscribers = List.copyOf(subscribers);
        this.queue = queue;
        this.clock = clock;
        this.application = application;
    }

    /**
     * Handles a batch of the on-failure queue; a message whose letter the dead-letter queue did not take stays there, and so
     * does one whose turn comes when a quarter of the invocation is left: what the methods were told of must be sent.
     */
    public List<ItemOutcome> process(List<SqsEvents.Message> messages, Invocation invocation) {
        QueueMessage.Author author = new QueueMessage.Author(invocation.function(), invocation.requestId(), application);
        List<Kept> letters = new ArrayList<>();
        List<BatchItem> givenUp = new ArrayList<>();
        for (SqsEvents.Message message : messages) {
            Found found = reader.read(message, author, clock.instant());
            if (found instanceof Found.GivenUp parked) {
                givenUp.add(parked.item());
            } else if (found instanceof Found.Letter letter) {
                letters.add(new Kept(message.messageId(), letter.letter()));
            }
        }
        Herald herald = new Herald(subscribers, queue, clock, invocation);
        List<ItemOutcome> outcomes = new ArrayList<>(send(letters, herald));
        if (!givenUp.isEmpty()) {
            outcomes.addAll(processors.apply(herald).process(givenUp, invocation));
        }
        return inOrder(messages, outcomes);
    }

    private static List<ItemOutcome> send(List<Kept> letters, Herald herald) {
        List<SendResult> results = herald.send(letters.stream().map(Kept::letter).toList());
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            outcomes.add(new ItemOutcome(letters.get(i).itemId(), outcome(letters.get(i).letter(), results.get(i))));
        }
        return outcomes;
    }

    private static Outcome outcome(DeadLetter letter, SendResult result) {
        Optional<String> refusal = SendResult.refusal(result);
        if (refusal.isEmpty()) {
            return new Outcome.DeadLettered(letter.reason());
        }
        LOG.errorf("The dead-letter queue did not take the letter of %s: %s; it stays in the on-failure queue",
                letter.event().id(), refusal.get());
        return new Outcome.ReturnedToSource(refusal.get());
    }

    private static List<ItemOutcome> inOrder(List<SqsEvents.Message> messages, List<ItemOutcome> outcomes) {
        Map<String, ItemOutcome> byId = new HashMap<>();
        outcomes.forEach(outcome -> byId.put(outcome.itemId(), outcome));
        return messages.stream().map(message -> Optional.ofNullable(byId.get(message.messageId())).orElseThrow()).toList();
    }
}
