package dev.punctual.testkit.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.time.VirtualScheduler;

/** A queue service on virtual time, and words to send and receive. */
final class QueueFixture {

    static final String QUEUE = "retries";
    static final String DEAD_LETTERS = "dead-letters";

    final VirtualScheduler time = new VirtualScheduler();
    final FaultPlan faults = new FaultPlan(new SplittableRandom(1));
    final QueueService service = new QueueService(time, AwsLocation.DEFAULT, faults, new SplittableRandom(2));

    QueueFixture(Map<String, String> attributes) {
        service.createQueue(DEAD_LETTERS, Map.of());
        service.createQueue(QUEUE, attributes);
    }

    static QueueFixture plain() {
        return new QueueFixture(Map.of());
    }

    static QueueFixture redriving(int maxReceiveCount) {
        var arn = AwsLocation.DEFAULT.queueArn(DEAD_LETTERS);
        return new QueueFixture(Map.of("RedrivePolicy", new RedrivePolicy(arn, maxReceiveCount).toJson()));
    }

    SentMessage send(String body) {
        return service.sendMessage(QUEUE, SendRequest.of(body));
    }

    List<ReceivedMessage> receive() {
        return receive(QUEUE);
    }

    List<ReceivedMessage> receive(String queue) {
        return service.receiveMessage(queue, ReceiveRequest.upTo(10));
    }

    ReceivedMessage receiveOne() {
        return receive().get(0);
    }

    String attribute(String name) {
        return service.getAttributes(QUEUE).getOrDefault(name, "absent");
    }

    void pass(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    static List<String> bodies(List<ReceivedMessage> messages) {
        return messages.stream().map(ReceivedMessage::body).toList();
    }
}
