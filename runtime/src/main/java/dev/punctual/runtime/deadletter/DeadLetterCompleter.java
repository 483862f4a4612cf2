package dev.punctual.runtime.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

import org.jboss.logging.Logger;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.SendResult;

/**
 * The dead-letter function: makes complete letters of what the on-failure queue holds, tells the application's
 * {@code @OnDeadLetter} methods, and hands the letters to the dead-letter queue; safe for use by several threads.
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

    private static final SendResult NO_TIME = new SendResult.NotSent("the invocation has no time left for it");
    private static final Logger LOG = Logger.getLogger(DeadLetterCompleter.class);

    private final OnFailureReader reader;
    private final List<Subscriber> subscribers;
    private final DeadLetterQueue queue;
    private final InstantSource clock;
    private final String application;

    /**
     * @param queue where letters are kept
     * @param application name and version of the application
     */
    public DeadLetterCompleter(JsonFactory json, List<Subscriber> subscribers, DeadLetterQueue queue, InstantSource clock,
            String application) {
        this.reader = new OnFailureReader(json);
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
        OnFailureReader.Author author = new OnFailureReader.Author(invocation.function(), invocation.requestId(), application);
        List<DeadLetter> letters = messages.stream().map(message -> reader.read(message, author, clock.instant())).toList();
        int told = tell(letters, invocation);
        List<SendResult> results = new ArrayList<>(told == 0 ? List.of() : queue.send(letters.subList(0, told)));
        results.addAll(Collections.nCopies(letters.size() - told, NO_TIME));
        List<ItemOutcome> outcomes = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            outcomes.add(new ItemOutcome(messages.get(i).messageId(), outcome(letters.get(i), results.get(i))));
        }
        return outcomes;
    }

    private static Outcome outcome(DeadLetter letter, SendResult result) {
        Optional<String> refusal = SendResult.refusal(result);
        if (refusal.isEmpty()) {
            return new Outcome.DeadLettered(letter.reason());
        }
        LOG.errorf("The dead-letter queue did not take %s: %s; it stays in the on-failure queue", letter.id(), refusal.get());
        return new Outcome.ReturnedToSource(refusal.get());
    }

    private int tell(List<DeadLetter> letters, Invocation invocation) {
        Instant latest = invocation.end().minus(Duration.between(clock.instant(), invocation.end()).dividedBy(4));
        int told = 0;
        while (told < letters.size() && (told == 0 || clock.instant().isBefore(latest))) {
            tell(letters.get(told++));
        }
        return told;
    }

    // Whatever a method throws, Errors too, the letter must reach its queue.
    private void tell(DeadLetter letter) {
        for (Subscriber subscriber : subscribers) {
            try {
                if (subscriber.takes(letter)) {
                    subscriber.tell(letter);
                }
            } catch (Throwable failure) {
                LOG.errorf(failure, "An @OnDeadLetter method failed on %s; the letter is kept", letter.id());
            }
        }
    }
}
