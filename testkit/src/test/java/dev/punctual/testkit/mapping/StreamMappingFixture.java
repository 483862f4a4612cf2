package dev.punctual.testkit.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import com.fasterxml.jackson.databind.JsonNode;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.lambda.LambdaFunction;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.ReceiveRequest;
import dev.punctual.testkit.stream.PutEntry;
import dev.punctual.testkit.stream.StreamService;
import dev.punctual.testkit.time.VirtualScheduler;

/** A stream, a queue for discarded batches and a function, on virtual time. */
final class StreamMappingFixture {

    static final String STREAM = "orders";
    static final String DISCARDED = "discarded";

    final VirtualScheduler time = new VirtualScheduler();
    final FaultPlan faults = new FaultPlan(new SplittableRandom(1));
    final StreamService streams = new StreamService(time, AwsLocation.DEFAULT, faults, false);
    final QueueService queues = new QueueService(time, AwsLocation.DEFAULT, faults, new SplittableRandom(2));
    final FakeFunction function = new FakeFunction(time);

    StreamMappingFixture(int shards) {
        streams.createStream(STREAM, shards);
        queues.createQueue(DISCARDED, Map.of());
    }

    static StreamMappingSettings.Builder settings() {
        return StreamMappingSettings.of(STREAM, "notifier");
    }

    StreamMapping start(StreamMappingSettings.Builder settings) {
        return start(settings, function);
    }

    StreamMapping start(StreamMappingSettings.Builder settings, LambdaFunction target) {
        var mapping = new StreamMapping(settings.build(), streams, queues, target, time, new SplittableRandom(3));
        mapping.start();
        return mapping;
    }

    String put(String key, String text) {
        return streams.putRecord(STREAM, PutEntry.of(key, text.getBytes(StandardCharsets.UTF_8))).sequenceNumber();
    }

    void putAll(String... texts) {
        for (var text : texts) {
            put("key", text);
        }
    }

    void pass(Duration duration) {
        time.advance(duration);
    }

    void passSeconds(long seconds) {
        pass(Duration.ofSeconds(seconds));
    }

    List<JsonNode> discarded() {
        return queues.receiveMessage(DISCARDED, ReceiveRequest.upTo(10)).stream()
                .map(message -> Event.of(message.body().getBytes(StandardCharsets.UTF_8), time.instant()).json()).toList();
    }

    void assertHandledInOrder(String... texts) {
        assertThat(function.batches().stream().flatMap(List::stream)).containsExactly(texts);
    }
}
