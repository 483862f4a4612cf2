package dev.punctual.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;

import org.jboss.logging.Logger;

import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.Outcome;
import dev.punctual.spi.RetryQueue;
import dev.punctual.spi.SendResult;

/** Sends parcels to their queues and tells what became of each: an event whose parcel was not sent returns to its source. */
final class Dispatcher {

    private static final Logger LOG = Logger.getLogger(Dispatcher.class);

    private final RetryQueue retryQueue;
    private final DeadLetterQueue deadLetterQueue;

    Dispatcher(RetryQueue retryQueue, DeadLetterQueue deadLetterQueue) {
        this.retryQueue = retryQueue;
        this.deadLetterQueue = deadLetterQueue;
    }

    void send(List<Parcel> parcels, BiConsumer<Parcel, Outcome> told) {
        List<Parcel.Parked> parked = new ArrayList<>();
        List<Parcel.Letter> letters = new ArrayList<>();
        for (Parcel parcel : parcels) {
            if (parcel instanceof Parcel.Parked event) {
                parked.add(event);
            } else if (parcel instanceof Parcel.Letter letter) {
                letters.add(letter);
            }
        }
        send("retry queue", parked, all -> retryQueue.send(all.stream().map(Parcel.Parked::event).toList()), told);
        send("dead-letter queue", letters, all -> deadLetterQueue.send(all.stream().map(Parcel.Letter::letter).toList()), told);
    }

    private <P extends Parcel> void send(String queue, List<P> parcels, Function<List<P>, List<SendResult>> call,
            BiConsumer<Parcel, Outcome> told) {
        if (parcels.isEmpty()) {
            return;
        }
        List<SendResult> results = results(queue, parcels, call);
        for (int i = 0; i < parcels.size(); i++) {
            P parcel = parcels.get(i);
            Optional<String> refusal = SendResult.refusal(results.get(i));
            if (refusal.isEmpty()) {
                told.accept(parcel, parcel.outcome());
            } else {
                String why = refusal.get();
                LOG.errorf("The %s did not take %s: %s; the event returns to its source", queue, parcel.share().event.id(),
                        why);
                told.accept(parcel, new Outcome.ReturnedToSource("the " + queue + " did not take it: " + why));
            }
        }
    }

    private static <P> List<SendResult> results(String queue, List<P> parcels, Function<List<P>, List<SendResult>> call) {
        String why;
        try {
            List<SendResult> results = call.apply(parcels);
            if (results.size() == parcels.size()) {
                return results;
            }
            why = results.size() + " results for " + parcels.size() + " messages";
        } catch (RuntimeException | Error e) {
            LOG.errorf(e, "The %s failed", queue);
            why = e.getClass().getName();
        }
        SendResult notSent = new SendResult.NotSent(why);
        return parcels.stream().map(parcel -> notSent).toList();
    }
}
