package dev.punctual.testkit.simulation;

import java.time.Instant;
import java.util.List;

import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.RetryQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.Payload;

/** The engine's retry queue over the model's; tells the history what the queue has. */
final class ModelRetryQueue implements RetryQueue {

    private final ModelQueue queue;
    private final Surrounds surrounds;

    ModelRetryQueue(Surrounds surrounds) {
        this.queue = new ModelQueue(World.RETRY, surrounds);
        this.surrounds = surrounds;
    }

    @Override
    public List<SendResult> send(List<ParkedEvent> events) {
        var asked = Strand.current().execution().process().clock().instant();
        return queue.send(events.stream().map(event -> message(event, asked)).toList());
    }

    private ModelQueue.Message message(ParkedEvent parked, Instant asked) {
        var body = ParkedEventEncoding.write(parked);
        return new ModelQueue.Message(SendRequest.of(body).delayed(parked.delay()), () -> {
            var stored = ParkedEventEncoding.read(body);
            surrounds.history()
                    .add(new Happening.Parked(surrounds.now(), Strand.current().execution().id(), stored.event().id(),
                            stored.handler(), asked, stored.delay(), stored.attempts().count(), stored.parks(),
                            new Payload(stored.event().data())));
        });
    }
}
