package dev.punctual.wire.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import dev.punctual.spi.SendResult;
import dev.punctual.wire.testing.FakeSqs;

class QueueUrlsTest {

    private static final QueueAddress RETRY = new QueueAddress("orders-retry", Optional.empty());
    private static final List<MessageSender.Message> ONE = List.of(new MessageSender.Message("x", Duration.ZERO, ""));

    private final FakeSqs sqs = new FakeSqs();
    private final MessageSender sender = new MessageSender(() -> sqs, new QueueUrls(() -> sqs));

    @Test
    void asksForAUrlOnce() {
        sender.send(RETRY, ONE);
        sender.send(RETRY, ONE);

        assertThat(sqs.urlsAsked).containsExactly("orders-retry");
        assertThat(sqs.requests).hasSize(2).allMatch(request -> request.queueUrl().equals("http://sqs/orders-retry"));
    }

    @Test
    void asksForTheUrlOfEachQueue() {
        sender.send(RETRY, ONE);
        sender.send(new QueueAddress("orders-dead-letter", Optional.empty()), ONE);

        assertThat(sqs.urlsAsked).containsExactly("orders-retry", "orders-dead-letter");
    }

    @Test
    void doesNotAskForAConfiguredUrl() {
        sender.send(new QueueAddress("orders-retry", Optional.of("https://queue")), ONE);

        assertThat(sqs.urlsAsked).isEmpty();
        assertThat(sqs.requests).singleElement().satisfies(it -> assertThat(it.queueUrl()).isEqualTo("https://queue"));
    }

    @Test
    void sendsNothingWhileSqsDoesNotTellAUrlAndAsksAgainLater() {
        sqs.failToTellUrls(1);

        assertThat(sender.send(RETRY, ONE)).containsExactly(new SendResult.NotSent("SdkClientException: no route to host"));
        assertThat(sqs.requests).isEmpty();

        assertThat(sender.send(RETRY, ONE)).containsExactly(SendResult.SENT);
        assertThat(sqs.urlsAsked).hasSize(2);
    }

    @Test
    void makesNoClientBeforeItIsNeeded() {
        MessageSender idle = new MessageSender(() -> {
            throw new AssertionError("nobody needs a client yet");
        }, new QueueUrls(() -> sqs));

        assertThat(idle.send(RETRY, List.of())).isEmpty();
    }
}
