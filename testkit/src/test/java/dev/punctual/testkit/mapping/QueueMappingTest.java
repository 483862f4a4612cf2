package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.FakeFunction.answer;
import static dev.punctual.testkit.mapping.FakeFunction.error;
import static dev.punctual.testkit.mapping.FakeFunction.failed;
import static dev.punctual.testkit.mapping.FakeFunction.failingOn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import dev.punctual.testkit.aws.AwsException;
import dev.punctual.testkit.aws.AwsLocation;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.queue.QueueService;
import dev.punctual.testkit.queue.RedrivePolicy;
import dev.punctual.testkit.queue.SendRequest;
import dev.punctual.testkit.time.VirtualScheduler;

class QueueMappingTest {

    private static final String QUEUE = "retries";
    private static final String DEAD_LETTERS = "dead-letters";

    private final VirtualScheduler time = new VirtualScheduler();
    private final FaultPlan faults = new FaultPlan(new SplittableRandom(1));
    private final QueueService queues = new QueueService(time, AwsLocation.DEFAULT, faults, new SplittableRandom(2));
    private final FakeFunction function = new FakeFunction(time);

    @BeforeEach
    void createQueues() {
        queues.createQueue(DEAD_LETTERS, Map.of());
        queues.createQueue(QUEUE, Map.of());
    }

    @Test
    void sendsMessagesAsTheyComeAndDeletesThem() {
        start(settings());
        pass(60);
        send("a", "b");

        pass(1);

        assertThat(function.batches()).containsExactly(List.of("a"), List.of("b"));
        assertThat(left()).isZero();
    }

    @Test
    void fillsBatchesUpToTheBatchSize() {
        send(numbered(25));
        start(settings());

        pass(1);

        assertThat(function.batches()).extracting(List::size).containsExactly(10, 10, 5);
    }

    @Test
    void gathersLargeBatchesDuringTheWindow() {
        send(numbered(30));
        start(settings().batchSize(100).batchingWindow(Duration.ofSeconds(5)));

        pass(4);
        assertThat(function.events).isEmpty();
        pass(1);

        assertThat(function.batches()).extracting(List::size).containsExactly(30);
    }

    @Test
    void sendsAFullBatchBeforeTheWindowEnds() {
        send(numbered(30));
        start(settings().batchSize(25).batchingWindow(Duration.ofSeconds(20)));

        pass(1);

        assertThat(function.batches()).extracting(List::size).containsExactly(25);
    }

    @Test
    void keepsAnEventBelowSixMebibytes() {
        IntStream.range(0, 8).forEach(i -> send("x".repeat(1024 * 1024)));
        start(settings());

        pass(1);

        assertThat(function.batches()).extracting(List::size).containsExactly(5, 3);
    }

    @Test
    void runsAtMostTheMaximumConcurrency() {
        function.duration = Duration.ofSeconds(10);
        send(numbered(12));
        start(settings().batchSize(1).maximumConcurrency(3));

        pass(1);
        assertThat(function.running).isEqualTo(3);
        pass(60);

        assertThat(function.mostRunning).isEqualTo(3);
        assertThat(function.events).hasSize(12);
        assertThat(left()).isZero();
    }

    @Test
    void failsTheWholeBatchOnAFunctionErrorAndLetsVisibilityRunOut() {
        function.behaviour = failingOn("bad");
        send("bad", "good");
        start(settings());

        pass(29);
        assertThat(function.events).hasSize(1);
        pass(1);

        assertThat(function.batches()).containsExactly(List.of("bad", "good"), List.of("bad", "good"));
        assertThat(function.events.get(1).records().get(0).at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
    }

    @Test
    void leavesPoisonToTheRedrivePolicy() {
        var policy = new RedrivePolicy(AwsLocation.DEFAULT.queueArn(DEAD_LETTERS), 3).toJson();
        queues.setAttributes(QUEUE, Map.of("RedrivePolicy", policy));
        function.behaviour = failingOn("bad");
        send("bad");
        start(settings());

        pass(200);

        assertThat(function.events).hasSize(3);
        assertThat(queues.getAttributes(DEAD_LETTERS)).containsEntry("ApproximateNumberOfMessages", "1");
    }

    @Test
    void repeatsOnlyTheMessagesThatAreReported() {
        function.behaviour = event -> event.texts().contains("good") ? failed(event.id("bad")) : answer("");
        send("bad", "good");
        var mapping = start(settings().reportBatchItemFailures());

        pass(40);

        assertThat(function.batches()).containsExactly(List.of("bad", "good"), List.of("bad"));
        assertThat(mapping.progress().itemsDone()).isEqualTo(2);
        assertThat(left()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = { "{\"batchItemFailures\":[{\"itemIdentifier\":\"unknown\"}]}",
            "{\"batchItemFailures\":[{\"itemIdentifier\":\"\"}]}", "{\"batchItemFailures\":[{\"wrong\":\"x\"}]}", "not JSON" })
    void repeatsTheWholeBatchOnAMalformedAnswer(String malformed) {
        function.behaviour = event -> function.events.size() == 1 ? answer(malformed) : answer("");
        send("a", "b");
        start(settings().reportBatchItemFailures());

        pass(40);

        assertThat(function.batches()).containsExactly(List.of("a", "b"), List.of("a", "b"));
    }

    @Test
    void ignoresTheAnswerUnlessToldToHeedIt() {
        function.behaviour = event -> failed(event.id("a"));
        send("a");
        start(settings());

        pass(60);

        assertThat(function.events).hasSize(1);
        assertThat(left()).isZero();
    }

    @Test
    void repeatsThrottledInvocationsWhileTheMessagesAreHidden() {
        function.behaviour = event -> function.events.size() < 4 ? new InvocationResult.Throttled() : answer("");
        send("a");
        var mapping = start(settings());

        pass(10);

        assertThat(function.events).hasSize(4).allSatisfy(
                event -> assertThat(event.records().get(0).at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("1"));
        assertThat(mapping.progress().itemsDone()).isEqualTo(1);
    }

    @Test
    void returnsThrottledMessagesToTheQueueWhenVisibilityRunsOut() {
        function.behaviour = event -> new InvocationResult.Throttled();
        send("a");
        var mapping = start(settings());

        pass(35);

        var last = function.events.get(function.events.size() - 1);
        assertThat(last.records().get(0).at("/attributes/ApproximateReceiveCount").asText()).isEqualTo("2");
        assertThat(mapping.progress().inFlight()).isEqualTo(1);
    }

    @Test
    void deletesAgainWhatCouldNotBeDeleted() {
        faults.order(FaultRule.at("sqs:DeleteMessageBatch", Trigger.call(1), Fault.throttle()));
        faults.order(FaultRule.at("sqs:DeleteMessageBatch", Trigger.call(2), Fault.failEntries(0)));
        send("a", "b");
        var mapping = start(settings());

        pass(60);

        assertThat(function.events).hasSize(1);
        assertThat(left()).isZero();
        assertThat(mapping.progress().lastError()).isPresent();
    }

    @Test
    void receivesAgainAfterTheQueueRefusedIt() {
        faults.order(FaultRule.at("sqs:ReceiveMessage", Trigger.next(3), Fault.internalFailure()));
        start(settings());
        send("a");

        pass(10);

        assertThat(function.batches()).containsExactly(List.of("a"));
    }

    @Test
    void stopsReceivingAndGoesOn() {
        var mapping = start(settings());
        pass(1);

        mapping.stop();
        send("a");
        pass(60);
        assertThat(function.events).isEmpty();
        mapping.start();
        pass(1);

        assertThat(function.batches()).containsExactly(List.of("a"));
        assertThat(mapping.progress().isIdle()).isTrue();
    }

    @Test
    void refusesAQueueWhoseVisibilityIsShorterThanTheFunctionsTimeout() {
        assertThatThrownBy(() -> start(settings().functionTimeout(Duration.ofSeconds(31))))
                .isInstanceOfSatisfying(AwsException.class,
                        e -> assertThat(e.code()).isEqualTo("InvalidParameterValueException"))
                .hasMessage("Queue visibility timeout: 30 seconds is less than Function timeout: 31 seconds");
    }

    @Test
    void takesAFunctionErrorForNothingHandled() {
        function.behaviour = event -> error();
        send("a");
        var mapping = start(settings());

        pass(1);

        assertThat(mapping.progress().itemsDone()).isZero();
        assertThat(mapping.progress().itemsDiscarded()).isEqualTo(1);
    }

    private static QueueMappingSettings.Builder settings() {
        return QueueMappingSettings.of(QUEUE);
    }

    private QueueMapping start(QueueMappingSettings.Builder settings) {
        var mapping = new QueueMapping(settings.build(), queues, function, time);
        mapping.start();
        return mapping;
    }

    private void send(String... bodies) {
        for (var body : bodies) {
            queues.sendMessage(QUEUE, SendRequest.of(body));
        }
    }

    private static String[] numbered(int count) {
        return IntStream.range(0, count).mapToObj(Integer::toString).toArray(String[]::new);
    }

    private void pass(long seconds) {
        time.advance(Duration.ofSeconds(seconds));
    }

    private int left() {
        var attributes = queues.getAttributes(QUEUE);
        return Integer.parseInt(attributes.getOrDefault("ApproximateNumberOfMessages", "-1"))
                + Integer.parseInt(attributes.getOrDefault("ApproximateNumberOfMessagesNotVisible", "-1"));
    }
}
