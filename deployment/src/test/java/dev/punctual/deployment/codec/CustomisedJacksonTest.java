package dev.punctual.deployment.codec;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.codec.PayloadCodecs;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.quarkus.test.QuarkusUnitTest;

class CustomisedJacksonTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Order.class, Refund.class, Orders.class, Customizer.class)
            .setLogRecordPredicate(record -> record.getLoggerName().equals("dev.punctual"))
            .assertLogRecords(records -> assertThat(records).singleElement()
                    .satisfies(record -> assertThat(record.getParameters()).containsExactly(
                            Customizer.class.getName() + " customises the ObjectMapper")));

    record Order(String id) {
    }

    record Refund(String id) {
    }

    @Singleton
    static class Customizer implements ObjectMapperCustomizer {
        @Override
        public void customize(ObjectMapper mapper) {
            mapper.findAndRegisterModules();
        }
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders", type = "placed")
        void onOrder(Order order) {
        }

        @OnEvent(stream = "orders", type = "refunded")
        void onRefund(Refund refund) {
        }
    }

    @Inject
    PayloadCodecs codecs;

    @Test
    void leavesAllJsonToJacksonAndSaysSoOnce() {
        assertThat(codecs.of(Order.class)).isInstanceOf(JacksonCodec.class);
        assertThat(codecs.of(Refund.class)).isInstanceOf(JacksonCodec.class);
    }
}
