package dev.punctual.testkit;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.punctual.engine.BatchItem;
import dev.punctual.event.EventRecord;
import dev.punctual.event.EventSource;
import dev.punctual.testkit.mapping.QueueMapping;
import dev.punctual.testkit.mapping.QueueMappingSettings;
import dev.punctual.testkit.queue.SendRequest;

/** A queue that feeds a function: one that events come from, or the retry queue beside a source. */
final class QueueLane implements Lane {

    /** The visibility timeout that AWS advises, in timeouts of the function. */
    private static final int VISIBILITY = 6;

    private final String queue;
    private final Stage stage;
    private final VirtualFunction function;
    private final QueueMapping mapping;

    QueueLane(String queue, Setup setup, Stage stage, Function<byte[], List<BatchItem>> reader) {
        this.queue = queue;
        this.stage = stage;
        this.function = new VirtualFunction("function of " + queue, setup.functionTimeout, stage, reader);
        long visibility = setup.functionTimeout.multipliedBy(VISIBILITY).toSeconds();
        stage.queues().createQueue(queue, Map.of("VisibilityTimeout", Long.toString(visibility)));
        this.mapping = new QueueMapping(QueueMappingSettings.of(queue).batchSize(Math.min(10, setup.batchSize))
                .reportBatchItemFailures().functionTimeout(setup.functionTimeout).build(), stage.queues(), function,
                stage.time());
        mapping.start();
    }

    /** Sends an event; a queue's messages are text. */
    EventRecord send(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_8);
        var sent = stage.queues().sendMessage(queue, SendRequest.of(text));
        return new EventRecord(EventSource.ofArn(stage.queues().location().queueArn(queue)), "", sent.messageId(), "",
                stage.now(), text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public VirtualFunction function() {
        return function;
    }

    @Override
    public boolean isThrough() {
        return function.isIdle() && mapping.progress().isIdle() && stage.parcels().isEmpty(queue);
    }
}
