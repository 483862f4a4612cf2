package dev.punctual.runtime.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadline.Durations;
import dev.punctual.engine.BatchItem;
import dev.punctual.engine.BatchProcessor;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.QueueMessage;
import dev.punctual.wire.payload.PayloadException;

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
    private record Kept(String itemId, Found.Announced letter) {
    }

    /** How often a message may be received whose bytes cannot be had, before it becomes a letter without them. */
    private static final int MOST_RECEIVES = 3;

    private static final int SHARE_OF_TIME_TO_READ_BACK = 2;

    private static final Logger LOG = Logger.getLogger(DeadLetterCompleter.class);

    private final Completion completion;
    private final Function<DeadLetterQueue, BatchProcessor> processors;
    private final List<Subscriber> subscribers;
    private final LetterBox box;
    private final InstantSource clock;
    private final String application;

    /**
     * @param processors makes an engine that sends its letters to a queue
     * @param box where letters are kept
     * @param application name and version of the application
     */
    public DeadLetterCompleter(Completion completion, Function<DeadLetterQueue, BatchProcessor> processors,
            List<Subscriber> subscribers, LetterBox box, InstantSource clock, String application) {
        this.completion = completion;
        this.processors = processors;
        this.subscribers = List.copyOf(subscribers);
        this.box = box;
        this.clock = clock;
        this.application = application;
    }

    /**
     * Handles a batch of the on-failure queue; a message whose letter the dead-letter queue did not take stays there, and so
     * does one whose turn comes when a quarter of the invocation is left: what the methods were told of must be sent.
     */
    public List<ItemOutcome> process(List<SqsEvents.Message> messages, Invocation invocation) {
        QueueMessage.Author author = new QueueMessage.Author(invocation.function(), invocation.requestId(), application);
        Instant until = clock.instant()
                .plus(Durations.part(Duration.between(clock.instant(), invocation.end()), SHARE_OF_TIME_TO_READ_BACK));
        List<Kept> letters = new ArrayList<>();
        List<BatchItem> items = new ArrayList<>();
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (SqsEvents.Message message : messages) {
            try {
                Found found = find(message, author, until);
                found.letters().forEach(letter -> letters.add(new Kept(message.messageId(), letter)));
                items.addAll(found.items());
                if (found == Found.NOTHING) {
                    outcomes.add(new ItemOutcome(message.messageId(), Outcome.IGNORED));
                }
            } catch (PayloadException e) {
                outcomes.add(
                        new ItemOutcome(message.messageId(), returned(message.messageId(), String.valueOf(e.getMessage()))));
            }
        }
        Herald herald = new Herald(subscribers, box, clock, invocation);
        outcomes.addAll(send(letters, herald));
        if (!items.isEmpty()) {
            outcomes.addAll(processors.apply(herald).process(items, invocation));
        }
        return inOrder(messages, outcomes);
    }

    private Found find(SqsEvents.Message message, QueueMessage.Author author, Instant until) throws PayloadException {
        try {
            return completion.complete(message, author, until);
        } catch (PayloadException e) {
            if (message.receives() < MOST_RECEIVES) {
                throw e;
            }
            return completion.incomplete(message, author, String.valueOf(e.getMessage()));
        }
    }

    private static List<ItemOutcome> send(List<Kept> letters, Herald herald) {
        List<SendResult> results = herald.announce(letters.stream().map(Kept::letter).toList());
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < letters.size(); i++) {
            outcomes.add(new ItemOutcome(letters.get(i).itemId(), outcome(letters.get(i).letter().told(), results.get(i))));
        }
        return outcomes;
    }

    private static Outcome outcome(DeadLetter letter, SendResult result) {
        Optional<String> refusal = SendResult.refusal(result);
        if (refusal.isEmpty()) {
            return new Outcome.DeadLettered(letter.reason());
        }
        return returned(letter.event().id(), "the dead-letter queue did not take its letter: " + refusal.get());
    }

    private static Outcome returned(String what, String why) {
        LOG.errorf("%s stays in the on-failure queue: %s", what, why);
        return new Outcome.ReturnedToSource(why);
    }

    /** A message of several letters stays where it is until all of them are through. */
    private static List<ItemOutcome> inOrder(List<SqsEvents.Message> messages, List<ItemOutcome> outcomes) {
        Map<String, Outcome> byId = new HashMap<>();
        outcomes.forEach(item -> byId.merge(item.itemId(), item.outcome(), Outcome::join));
        return messages.stream().map(message -> new ItemOutcome(message.messageId(),
                Optional.ofNullable(byId.get(message.messageId())).orElseThrow())).toList();
    }
}
