package dev.punctual.testkit.simulation;

import java.util.List;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.spi.DeadLetterQueue;
import dev.punctual.spi.SendResult;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.simulation.history.Happening;
import dev.punctual.testkit.simulation.history.Payload;

/** The engine's dead-letter queue over the model's; tells the history what the queue has. */
final class ModelDeadLetterQueue implements DeadLetterQueue {

    private final ModelQueue queue;
    private final Surrounds surrounds;

    ModelDeadLetterQueue(Surrounds surrounds) {
        this.queue = new ModelQueue(World.DEAD_LETTER, surrounds);
        this.surrounds = surrounds;
    }

    @Override
    public List<SendResult> send(List<DeadLetter> letters) {
        return queue.send(letters.stream().map(this::message).toList());
    }

    private ModelQueue.Message message(DeadLetter letter) {
        var body = DeadLetterEncoding.write(letter);
        return new ModelQueue.Message(SendRequest.of(body), () -> {
            var stored = DeadLetterEncoding.read(body);
            surrounds.history()
                    .add(new Happening.Buried(surrounds.now(), Strand.current().execution().id(), stored.event().id(),
                            stored.handler(), stored.id(), stored.reason().name(), stored.detail(),
                            new Payload(stored.event().data())));
        });
    }
}
