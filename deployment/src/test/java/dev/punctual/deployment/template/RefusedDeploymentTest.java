package dev.punctual.deployment.template;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.Ordered;
import dev.punctual.Ordering;
import dev.punctual.RetryWithin;
import io.quarkus.test.QuarkusProdModeTest;

/** A deployment that cannot hold ends the build, with all its mistakes at once. */
class RefusedDeploymentTest {

    private static final String TEMPLATE = "quarkus.punctual.template.";

    @RegisterExtension
    static final QuarkusProdModeTest APPLICATION = new QuarkusProdModeTest().setApplicationName("shop")
            .withApplicationRoot(jar -> jar.addClass(Orders.class))
            .overrideConfigKey(TEMPLATE + "function.\"retry\".memory", "64")
            .overrideConfigKey(TEMPLATE + "stream.\"orders\".mode", "on-demand")
            .overrideConfigKey(TEMPLATE + "stream.\"payments\".arn", "arn:aws:sqs:us-east-1:123456789012:payments")
            .overrideConfigKey(TEMPLATE + "queue.\"orders\".visibility-timeout", "10s")
            .assertBuildException(failure -> assertThat(failure).hasStackTraceContaining("mistakes in the deployment:")
                    .hasStackTraceContaining("quarkus.punctual.template.function.\"retry\".memory: 64 MB is out of range;"
                            + " set 128 to 10,240 MB")
                    .hasStackTraceContaining("@Ordered(PER_SHARD) needs the stream to keep the order of its keys")
                    .hasStackTraceContaining("'arn:aws:sqs:us-east-1:123456789012:payments' is not the ARN of a Kinesis stream")
                    .hasStackTraceContaining("both would be the queue 'orders-retry'")
                    .hasStackTraceContaining("Orders#hasty")
                    .hasStackTraceContaining("quarkus.punctual.template.queue.\"orders\".visibility-timeout"));

    @Singleton
    static class Orders {

        @OnEvent(stream = "orders", type = "placed")
        @RetryWithin("10s")
        @Ordered(Ordering.PER_SHARD)
        void placed(byte[] payload) {
        }

        @OnEvent(stream = "payments", type = "paid")
        @RetryWithin("800ms")
        void hasty(byte[] payload) {
        }

        @OnEvent(queue = "orders")
        @RetryWithin("10s")
        void queued(byte[] payload) {
        }
    }

    @Test
    void namesEachHandlerAndTheMend() {
        // The extension asserts what the build says.
        assertThat(APPLICATION.getExitCode()).isNull();
    }
}
