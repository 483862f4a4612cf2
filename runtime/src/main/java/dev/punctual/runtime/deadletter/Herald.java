package dev.punctual.runtime.deadletter;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import org.jboss.logging.Logger;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadline.Durations;
import dev.punctual.engine.Invocation;
import dev.punctual.runtime.deadletter.DeadLetterCompleter.Subscriber;
import dev.punctual.runtime.deadletter.Found.Announced;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.envelope.QueueMessage;

/**
 * The dead-letter queue of one invocation: tells the application's methods of a letter, then hands it to where letters are
 * kept. A letter whose turn comes when a quarter of the invocation is left is not sent: what the methods were told of must
 * be. Safe for use by several threads.
 */
final class Herald implements DeadLetterQueue {

    private static final SendResult NO_TIME = new SendResult.NotSent("the invocation has no time left for it");
    private static final Logger LOG = Logger.getLogger(Herald.class);

    private final List<Subscriber> subscribers;
    private final LetterBox box;
    private final InstantSource clock;
    private final Instant latest;
    private boolean hasTold;

    Herald(List<Subscriber> subscribers, LetterBox box, InstantSource clock, Invocation invocation) {
        this.subscribers = subscribers;
        this.box = box;
        this.clock = clock;
        this.latest = invocation.end().minus(Durations.part(Duration.between(clock.instant(), invocation.end()), 4));
    }

    @Override
    public List<SendResult> send(List<DeadLetter> letters) {
        return announce(letters.stream()
                .map(letter -> new Announced(letter, new QueueMessage.Letter(letter, LetterData.INLINE, Edit.NONE))).toList());
    }

    /** Tells the methods of letters, and hands them on. */
    synchronized List<SendResult> announce(List<Announced> letters) {
        int told = 0;
        while (told < letters.size() && (!hasTold || clock.instant().isBefore(latest))) {
            tell(letters.get(told++).told());
            hasTold = true;
        }
        List<SendResult> results = new ArrayList<>(
                told == 0 ? List.of() : box.send(letters.subList(0, told).stream().map(Announced::kept).toList()));
        results.addAll(Collections.nCopies(letters.size() - told, NO_TIME));
        return results;
    }

    // Whatever a method throws, Errors too, the letter must reach its queue.
    private void tell(DeadLetter letter) {
        for (Subscriber subscriber : subscribers) {
            try {
                if (subscriber.takes(letter)) {
                    subscriber.tell(letter);
                }
            } catch (Throwable failure) {
                LOG.errorf(failure, "An @OnDeadLetter method failed on the letter of %s; it is kept", letter.event().id());
            }
        }
    }
}
