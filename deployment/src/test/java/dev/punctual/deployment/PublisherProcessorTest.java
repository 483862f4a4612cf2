package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;

import jakarta.enterprise.inject.spi.DeploymentException;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import dev.punctual.Emits;
import dev.punctual.EventPublisher;
import dev.punctual.OnEvent;

class PublisherProcessorTest {

    static class Publishing {
        EventPublisher publisher;
    }

    static class Emitting {
        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "paid")
        String onOrder(String order) {
            return order;
        }
    }

    static class Neither {
        @OnEvent(stream = "orders")
        void onOrder(String order) {
        }
    }

    @Test
    void knowsWhoPublishes() throws IOException {
        assertThat(PublisherProcessor.user(Index.of(Publishing.class, Neither.class))).contains(Publishing.class.getName());
        assertThat(PublisherProcessor.user(Index.of(Emitting.class))).contains("@Emits");
        assertThat(PublisherProcessor.user(Index.of(Neither.class))).isEmpty();
    }

    @Test
    void saysWhichDependencyIsMissing() {
        assertThatThrownBy(() -> PublisherProcessor.requireKinesis("com.acme.Orders", false))
                .isInstanceOf(DeploymentException.class)
                .hasMessage("com.acme.Orders publishes events, and the client of Kinesis is not on the class path; add the"
                        + " dependency software.amazon.awssdk:kinesis:2.41.18, without netty-nio-client and apache-client");
    }
}
