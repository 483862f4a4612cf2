package dev.punctual.deployment.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.runtime.codec.BytesCodec;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.codec.json.JsonCodec;
import dev.punctual.spi.UndecodableException;
import io.quarkus.test.QuarkusUnitTest;

class JacksonFallbackTest {

    private static final String TEST = JacksonFallbackTest.class.getName();

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.of(Visit.class, Order.class, Handlers.class)
            .setLogRecordPredicate(record -> record.getLoggerName().equals("dev.punctual"))
            .assertLogRecords(records -> assertThat(records).singleElement()
                    .satisfies(record -> assertThat(String.format(record.getMessage(), record.getParameters())).isEqualTo(
                            "Jackson reads and writes " + TEST + "$Visit, the payload of " + TEST
                                    + "$Handlers#onVisit, with reflection: property length: codecs do not know the type"
                                    + " java.time.Duration")));

    record Visit(Duration length) {
    }

    record Order(String id) {
    }

    @ApplicationScoped
    static class Handlers {
        @OnEvent(stream = "visits")
        void onVisit(Visit visit) {
        }

        @OnEvent(stream = "orders")
        void onOrder(Order order) {
        }

        @OnEvent(stream = "bytes")
        void onBytes(byte[] bytes) {
        }
    }

    @Inject
    PayloadCodecs codecs;

    @Test
    void readsWithJacksonWhatCodecsDoNotSuitAndSaysWhichAndWhy() throws UndecodableException {
        assertThat(codecs.of(Visit.class)).isInstanceOf(JacksonCodec.class);
        assertThat(codecs.of(Visit.class).decode("{\"length\":\"PT5S\"}".getBytes(UTF_8)))
                .isEqualTo(new Visit(Duration.ofSeconds(5)));
    }

    @Test
    void readsTheOthersWithCodecs() {
        assertThat(codecs.of(Order.class)).isInstanceOf(JsonCodec.class);
        assertThat(codecs.of(byte[].class)).isInstanceOf(BytesCodec.class);
    }

    @Test
    void refusesTypesThatTheBuildDoesNotKnow() {
        assertThatIllegalArgumentException().isThrownBy(() -> codecs.of(Duration.class))
                .withMessageStartingWith("No codec for java.time.Duration: ");
    }
}
