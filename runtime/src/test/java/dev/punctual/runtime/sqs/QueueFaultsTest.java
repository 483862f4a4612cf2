package dev.punctual.runtime.sqs;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.spi.SendResult;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.sqs.MessageSender;
import dev.punctual.wire.sqs.QueueUrls;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Events on their way into queues of the local endpoint, over HTTP, while that fails. */
class QueueFaultsTest {

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final SqsClient sqs = SqsClient.builder().endpointOverride(endpoints.sqsUri()).region(Region.US_EAST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    private final MessageSender sender = new MessageSender(() -> sqs, new QueueUrls(() -> sqs));
    private final QueueDirectory queues = new QueueDirectory(List.of("orders"), Map.of());
    private final JsonFactory json = new JsonFactory();
    private final SqsDeadLetterQueue deadLetters = new SqsDeadLetterQueue(sender, queues, new DeadLetterFormat(json),
            Payloads.INLINE, Purpose.DEAD_LETTER);
    private final SqsRetryQueue retries = new SqsRetryQueue(sender, queues, new RetryFormat(json), Payloads.INLINE);

    @BeforeEach
    void createQueues() {
        sqs.createQueue(request -> request.queueName("orders-dead-letter"));
        sqs.createQueue(request -> request.queueName("orders-retry"));
    }

    @AfterEach
    void close() {
        sqs.close();
        endpoints.close();
    }

    private void order(Trigger trigger, Fault fault) {
        endpoints.faults().order(FaultRule.at("sqs:SendMessageBatch", trigger, fault));
    }

    private static List<DeadLetter> letters(int count) {
        return IntStream.range(0, count).mapToObj(i -> letter(event(utf8("x")), "letter " + i)).toList();
    }

    private int arrived(String queue) {
        String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
        return sqs.receiveMessage(request -> request.queueUrl(url).maxNumberOfMessages(10)).messages().size();
    }

    @Test
    void takeALetterAfterTheyWereThrottledForAMoment() {
        order(Trigger.next(2), Fault.throttle());

        assertThat(deadLetters.send(letters(3))).containsOnly(SendResult.SENT);
        assertThat(arrived("orders-dead-letter")).isEqualTo(3);
    }

    @Test
    void returnEveryLetterWhileTheyAreThrottled() {
        order(Trigger.always(), Fault.throttle());

        assertThat(deadLetters.send(letters(3))).hasSize(3)
                .allSatisfy(result -> assertThat(SendResult.refusal(result)).isPresent());
        assertThat(arrived("orders-dead-letter")).isZero();
    }

    @Test
    void areSentAgainOnlyWhatTheyRefusedOfABatch() {
        order(Trigger.next(1), Fault.failEntries(0, 2));

        assertThat(deadLetters.send(letters(4))).containsOnly(SendResult.SENT);
        assertThat(arrived("orders-dead-letter")).isEqualTo(4);
    }

    @Test
    void returnWhatTheyRefuseToTheEnd() {
        order(Trigger.always(), Fault.failEntries(0));

        List<SendResult> results = deadLetters.send(letters(3));

        assertThat(results.stream().filter(result -> SendResult.refusal(result).isPresent())).hasSizeBetween(1, 2);
        assertThat(arrived("orders-dead-letter")).isEqualTo(
                (int) results.stream().filter(result -> SendResult.refusal(result).isEmpty()).count());
    }

    @Test
    void haveAParkedEventTwiceRatherThanNeverWhenTheirAnswerBreaksOff() {
        order(Trigger.next(1), Fault.cutOff());

        assertThat(retries.send(List.of(parked(event(utf8("x")), Duration.ZERO)))).containsExactly(SendResult.SENT);
        assertThat(arrived("orders-retry")).isBetween(1, 2);
    }

    @Test
    void haveALetterTwiceRatherThanNeverWhenTheirAnswerBreaksOff() {
        order(Trigger.next(1), Fault.cutOff());

        assertThat(deadLetters.send(letters(1))).containsExactly(SendResult.SENT);
        assertThat(arrived("orders-dead-letter")).isBetween(1, 2);
    }

    @Test
    void returnEverythingThatNobodyAnswers() {
        endpoints.close();

        assertThat(deadLetters.send(letters(2))).hasSize(2)
                .allSatisfy(result -> assertThat(SendResult.refusal(result)).isPresent());
        assertThat(retries.send(List.of(parked(event(utf8("x")), Duration.ZERO)))).singleElement()
                .satisfies(result -> assertThat(SendResult.refusal(result)).isPresent());
    }
}
