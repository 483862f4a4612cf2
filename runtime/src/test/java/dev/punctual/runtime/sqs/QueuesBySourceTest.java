package dev.punctual.runtime.sqs;

import static dev.punctual.wire.testing.Samples.ORDERS;
import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.event.EventSource;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.config.QueueDirectory.Purpose;
import dev.punctual.spi.ParkedEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.payload.Payloads;
import dev.punctual.wire.sqs.MessageSender;
import dev.punctual.wire.sqs.QueueUrls;
import dev.punctual.wire.testing.FakeSqs;
import software.amazon.awssdk.services.sqs.model.SendMessageBatchRequest;

class QueuesBySourceTest {

    private static final EventSource PAYMENTS = queue("payments");

    private final FakeSqs sqs = new FakeSqs();
    private final MessageSender sender = new MessageSender(() -> sqs, new QueueUrls(() -> sqs));
    private final QueueDirectory queues = new QueueDirectory(List.of("orders", "payments"), Map.of());
    private final RetryFormat retries = new RetryFormat(new JsonFactory());
    private final DeadLetterFormat letters = new DeadLetterFormat(new JsonFactory());
    private final SqsRetryQueue retryQueue = new SqsRetryQueue(sender, queues, retries, Payloads.INLINE);

    private static ParkedEvent of(EventSource source, String data) {
        return parked(event(source, utf8(data)), Duration.ofSeconds(7));
    }

    private List<String> urls() {
        return sqs.requests.stream().map(SendMessageBatchRequest::queueUrl).toList();
    }

    @Test
    void sendsEachEventToTheRetryQueueBesideItsSource() throws UndecodableException {
        List<SendResult> results = retryQueue.send(List.of(of(ORDERS, "1"), of(PAYMENTS, "2"), of(ORDERS, "3")));

        assertThat(results).containsExactly(SendResult.SENT, SendResult.SENT, SendResult.SENT);
        assertThat(urls()).containsExactly("http://sqs/orders-retry", "http://sqs/payments-retry");
        assertThat(sqs.requests.get(0).entries()).hasSize(2).allMatch(entry -> entry.delaySeconds() == 7);
        assertThat(retries.read(sqs.bodies().get(0).get(1)).event().data()).isEqualTo(utf8("3"));
    }

    @Test
    void tellsTheResultsInTheOrderOfTheEvents() {
        // given: the queue of the payments, asked second, fails
        sqs.answer(request -> FakeSqs.refusing("none", false).apply(request), FakeSqs.failing("down"));

        List<SendResult> results = retryQueue.send(List.of(of(ORDERS, "1"), of(PAYMENTS, "2"), of(ORDERS, "3")));

        assertThat(results).containsExactly(SendResult.SENT, new SendResult.NotSent("SdkClientException: down"),
                SendResult.SENT);
    }

    @Test
    void refusesALetterThatTheQueueCannotHoldAndSendsTheOthers() {
        SqsDeadLetterQueue queue = new SqsDeadLetterQueue(sender, queues, letters, Payloads.INLINE, Purpose.DEAD_LETTER);

        List<SendResult> results = queue.send(List.of(letter(event(new byte[1_048_576])), letter(event(utf8("x")))));

        assertThat(results).hasSize(2).last().isEqualTo(SendResult.SENT);
        assertThat(results.get(0)).isInstanceOfSatisfying(SendResult.NotSent.class,
                failure -> assertThat(failure.why())
                        .endsWith("the queue orders-dead-letter takes 1048576, and no bucket is there for the rest"));
    }

    @Test
    void sendsLettersWhereTheyAreToGo() throws UndecodableException {
        new SqsDeadLetterQueue(sender, queues, letters, Payloads.INLINE, Purpose.ON_FAILURE)
                .send(List.of(letter(event(utf8("x")))));
        new SqsDeadLetterQueue(sender, queues, letters, Payloads.INLINE, Purpose.DEAD_LETTER)
                .send(List.of(letter(event(utf8("x")))));

        assertThat(urls()).containsExactly("http://sqs/orders-on-failure", "http://sqs/orders-dead-letter");
        assertThat(letters.read(sqs.bodies().get(1).get(0))).usingRecursiveComparison().isEqualTo(letter(event(utf8("x"))));
        assertThat(sqs.requests.get(0).entries().get(0).delaySeconds()).isZero();
    }

    @Test
    void sendsTheLetterOfAMessageInARetryQueueToItsOwnersQueue() {
        new SqsDeadLetterQueue(sender, queues, letters, Payloads.INLINE, Purpose.DEAD_LETTER)
                .send(List.of(letter(event(queue("payments-retry"), utf8("x")))));

        assertThat(urls()).containsExactly("http://sqs/payments-dead-letter");
    }
}
