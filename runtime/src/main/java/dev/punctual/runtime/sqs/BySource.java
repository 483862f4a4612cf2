package dev.punctual.runtime.sqs;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.runtime.config.QueueDirectory.Queue;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.sqs.MessageSender;

/** Sends things of several sources, each to the queue beside its own. */
final class BySource {

    private final MessageSender sender;
    private final QueueDirectory queues;

    BySource(MessageSender sender, QueueDirectory queues) {
        this.sender = sender;
        this.queues = queues;
    }

    <T> List<SendResult> send(Purpose purpose, List<T> things, Function<T, String> source,
            Function<T, MessageSender.Draft> draft) {
        Map<Queue, List<Integer>> byQueue = new LinkedHashMap<>();
        for (int i = 0; i < things.size(); i++) {
            byQueue.computeIfAbsent(queues.of(source.apply(things.get(i)), purpose), queue -> new ArrayList<>()).add(i);
        }
        SendResult[] results = new SendResult[things.size()];
        byQueue.forEach((queue, indices) -> {
            List<SendResult> sent = sender.sendDrafts(queue.address(),
                    indices.stream().map(i -> draft.apply(things.get(i))).toList());
            for (int i = 0; i < indices.size(); i++) {
                results[indices.get(i)] = sent.get(i);
            }
        });
        return Arrays.asList(results);
    }
}
