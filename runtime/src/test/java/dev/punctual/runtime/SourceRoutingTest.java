package dev.punctual.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.punctual.event.EventSource;
import dev.punctual.runtime.config.FunctionRole;
import dev.punctual.runtime.config.QueueDirectory;
import dev.punctual.runtime.event.MalformedEventException;
import dev.punctual.wire.testing.Samples;

class SourceRoutingTest {

    private final QueueDirectory queues = new QueueDirectory(List.of("orders", "payments"), Map.of());

    private SourceRouting routing(FunctionRole self) {
        return new SourceRouting(queues, Optional.ofNullable(self));
    }

    @ParameterizedTest
    @CsvSource({ "payments, STREAM", "unheard-of, STREAM", "orders-retry, RETRY", "payments-retry, RETRY",
            "orders-on-failure, DEAD_LETTER" })
    void tellsTheFunctionByTheQueue(String queue, FunctionRole role) {
        assertThat(routing(null).roleFor(Samples.queue(queue))).isEqualTo(role);
        assertThat(routing(role).roleFor(Samples.queue(queue))).isEqualTo(role);
    }

    @Test
    void takesEveryStreamForTheStreamFunctionEvenOneNamedLikeAQueue() {
        EventSource named = EventSource.ofArn("arn:aws:kinesis:us-east-1:000000000000:stream/orders-retry");

        assertThat(routing(null).roleFor(Samples.ORDERS)).isEqualTo(FunctionRole.STREAM);
        assertThat(routing(null).roleFor(named)).isEqualTo(FunctionRole.STREAM);
    }

    @Test
    void refusesAStreamInTheRetryFunction() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> routing(FunctionRole.RETRY).roleFor(Samples.ORDERS))
                .withMessage("This is the retry function (quarkus.punctual.function), and " + Samples.STREAM_ARN
                        + " feeds the stream function; check the event source mapping");
    }

    @Test
    void refusesARetryQueueInTheOtherFunctions() {
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> routing(FunctionRole.DEAD_LETTER).roleFor(Samples.queue("orders-retry")))
                .withMessageStartingWith("This is the dead-letter function").withMessageContaining("feeds the retry function");
        assertThatExceptionOfType(MalformedEventException.class)
                .isThrownBy(() -> routing(FunctionRole.STREAM).roleFor(Samples.queue("orders-on-failure")))
                .withMessageStartingWith("This is the stream function").withMessageContaining("feeds the dead-letter function");
    }

    @Test
    void refusesTheDeadLetterQueueInAnyFunction() {
        for (FunctionRole self : FunctionRole.values()) {
            assertThatExceptionOfType(MalformedEventException.class)
                    .isThrownBy(() -> routing(self).roleFor(Samples.queue("orders-dead-letter")))
                    .withMessage("The dead-letter queue arn:aws:sqs:us-east-1:000000000000:orders-dead-letter must not feed a"
                            + " function: its letters would be deleted from it; remove the event source mapping");
        }
    }
}
