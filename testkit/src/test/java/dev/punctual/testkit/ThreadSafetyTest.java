package dev.punctual.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.queue.ReceivedMessage;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.stream.IteratorPosition;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.StreamRecord;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.VirtualScheduler;

class ThreadSafetyTest {

    private static final int THREADS = 4;
    private static final int EACH = 500;

    private final VirtualScheduler time = new VirtualScheduler();
    private final FaultPlan faults = new FaultPlan(new SplittableRandom(1));

    @Test
    void aShardNumbersTheRecordsOfAllThreadsInOrder() throws Exception {
        var streams = new StreamService(time, AwsLocation.DEFAULT, faults, false);
        streams.createStream("orders", 1);

        inParallel(() -> {
            for (int i = 0; i < EACH; i++) {
                streams.putRecord("orders", PutEntry.of("k", "x".getBytes(StandardCharsets.UTF_8)));
            }
            return List.of();
        });

        var iterator = streams.getShardIterator("orders", "shardId-000000000000", new IteratorPosition.TrimHorizon());
        var numbers = streams.getRecords(iterator, 10_000).records().stream().map(StreamRecord::sequenceNumber)
                .map(BigInteger::new).toList();
        assertThat(numbers).hasSize(THREADS * EACH).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void aQueueHandsEachMessageToOneThread() throws Exception {
        var queues = new QueueService(time, AwsLocation.DEFAULT, faults, new SplittableRandom(2));
        queues.createQueue("retries", Map.of());
        IntStream.range(0, THREADS * EACH).forEach(i -> queues.sendMessage("retries", SendRequest.of("m" + i)));

        var received = inParallel(() -> {
            var mine = new ArrayList<String>();
            for (var some = receive(queues); !some.isEmpty(); some = receive(queues)) {
                some.forEach(message -> mine.add(message.body()));
            }
            return mine;
        });

        assertThat(received).hasSize(THREADS * EACH).doesNotHaveDuplicates();
    }

    private static List<ReceivedMessage> receive(QueueService queues) {
        return queues.receiveMessage("retries", ReceiveRequest.upTo(10));
    }

    private static <T> List<T> inParallel(Callable<List<T>> task) throws InterruptedException, ExecutionException {
        var threads = Executors.newFixedThreadPool(THREADS);
        try {
            var results = threads.invokeAll(IntStream.range(0, THREADS).mapToObj(i -> task).toList());
            var all = new ArrayList<Collection<T>>();
            for (var result : results) {
                all.add(result.get());
            }
            return all.stream().flatMap(Collection::stream).toList();
        } finally {
            threads.shutdownNow();
        }
    }
}
