package dev.punctual.runtime.sqs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.spi.SendResult;
import dev.punctual.wire.sqs.MessageSender;
import dev.punctual.wire.sqs.QueueAddress;
import dev.punctual.wire.sqs.QueueUrls;
import software.amazon.awssdk.services.sqs.SqsClient;

class QueuesToNowhereTest {

    static Stream<SqsClient> clients() {
        return Stream.of(QueuesToNowhere.direct(), QueuesToNowhere.throughTheSdk());
    }

    @ParameterizedTest
    @MethodSource("clients")
    void takeEachMessageOnce(SqsClient client) {
        try (client) {
            MessageSender sender = new MessageSender(() -> client, new QueueUrls(() -> client));

            List<SendResult> results = sender.send(new QueueAddress("orders-dead-letter", Optional.empty()),
                    List.of(new MessageSender.Message("{\"Id\":\"x\"}", Duration.ZERO, "journey-1"),
                            new MessageSender.Message("b", Duration.ZERO, "")));

            assertThat(results).containsExactly(SendResult.SENT, SendResult.SENT);
        }
    }
}
