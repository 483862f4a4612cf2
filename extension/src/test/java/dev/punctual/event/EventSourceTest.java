package dev.punctual.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventSourceTest {

    @ParameterizedTest
    @CsvSource({ "arn:aws:kinesis:us-east-1:123456789012:stream/orders, orders",
            "arn:aws-cn:kinesis:cn-north-1:123456789012:stream/orders, orders",
            "arn:aws-us-gov:kinesis:us-gov-west-1:123456789012:stream/a.b-c_D, a.b-c_D",
            "arn:aws:kinesis:us-east-1:123456789012:stream/orders/consumer/punctual:1704067200, orders",
            "arn:aws:kinesis:us-east-1:123456789012:stream/orders/consumer/orders:1, orders" })
    void readsTheArnsOfStreamsAndTheirConsumers(String arn, String name) {
        assertThat(EventSource.ofArn(arn)).isEqualTo(new EventSource(EventSource.Kind.STREAM, name, arn));
    }

    @ParameterizedTest
    @CsvSource({ "arn:aws:sqs:us-east-1:123456789012:orders-retry, orders-retry",
            "arn:aws:sqs:eu-west-1:123456789012:orders.fifo, orders.fifo" })
    void readsTheArnsOfQueues(String arn, String name) {
        assertThat(EventSource.ofArn(arn)).isEqualTo(new EventSource(EventSource.Kind.QUEUE, name, arn));
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "orders", "arn", "arn:aws:kinesis", ":::::", "arn:aws:s3:::bucket",
            "arn:aws:sqs:us-east-1:123456789012", "arn:aws:kinesis:us-east-1:123456789012:orders",
            "arn:aws:dynamodb:us-east-1:123456789012:table/orders/stream/2026", "arn:aws:sns:us-east-1:123456789012:orders",
            "arn:aws:kinesis:us-east-1:123456789012:stream/", "arn:aws:kinesis:us-east-1:123456789012:stream//consumer/c:1",
            "arn:aws:sqs:us-east-1:123456789012:" })
    void refusesOtherArns(String arn) {
        assertThatIllegalArgumentException().isThrownBy(() -> EventSource.ofArn(arn))
                .withMessageStartingWith("'" + arn + "' is not the ARN of a Kinesis stream or an SQS queue");
    }
}
