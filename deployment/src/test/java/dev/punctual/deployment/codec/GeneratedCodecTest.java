package dev.punctual.deployment.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import dev.punctual.deployment.codec.Payloads.Everything;
import dev.punctual.deployment.codec.Payloads.Holder;
import dev.punctual.deployment.codec.Payloads.Plain;
import dev.punctual.deployment.codec.Payloads.Renamed;
import dev.punctual.deployment.codec.Payloads.Tree;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.codec.PayloadCodecs;
import dev.punctual.runtime.codec.json.JsonCodec;
import dev.punctual.spi.EventCodec;
import dev.punctual.spi.UndecodableException;
import io.quarkus.test.QuarkusUnitTest;

/** Generated codecs read and write what Jackson does, as Quarkus sets it up. */
class GeneratedCodecTest {

    private static final int VALUES = 200;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Payloads.class, RandomValues.class, Everything.class, Holder.class, Plain.class, Payloads.Base.class,
                    Renamed.class, Tree.class, Payloads.Size.class, Payloads.Line.class, Handlers.class, Mutations.class);

    @ApplicationScoped
    static class Handlers {
        @OnEvent(stream = "a")
        void onEverything(Everything payload) {
        }

        @OnEvent(stream = "b")
        void onHolder(Holder payload) {
        }

        @OnEvent(stream = "c")
        void onPlain(Plain payload) {
        }

        @OnEvent(stream = "d")
        void onRenamed(Renamed payload) {
        }

        @OnEvent(stream = "e")
        void onTree(Tree payload) {
        }
    }

    @Inject
    PayloadCodecs codecs;

    @Inject
    ObjectMapper mapper;

    private static final List<Class<?>> TYPES = List.of(Everything.class, Holder.class, Plain.class, Renamed.class, Tree.class);

    @Test
    void isChosenForRecordsAndPlainClasses() {
        assertThat(TYPES).allSatisfy(type -> assertThat(codecs.of(type)).isInstanceOf(JsonCodec.class));
    }

    @TestFactory
    List<DynamicTest> readsWhatJacksonWrites() {
        return forEachType(type -> {
            for (Object value : RandomValues.of(type, VALUES)) {
                byte[] json = mapper.writeValueAsBytes(value);

                assertSame(codec(type).decode(json), mapper.readValue(json, type), json);
            }
        });
    }

    @TestFactory
    List<DynamicTest> writesWhatJacksonWrites() {
        return forEachType(type -> {
            for (Object value : RandomValues.of(type, VALUES)) {
                byte[] json = codec(type).encode(value);

                assertThat(mapper.readTree(json)).as(text(json)).isEqualTo(mapper.readTree(mapper.writeValueAsBytes(value)));
            }
        });
    }

    @TestFactory
    List<DynamicTest> readsDamagedTextAsJacksonDoesOrRefusesIt() {
        return forEachType(type -> {
            Random random = new Random(7);
            List<String> lenient = new ArrayList<>();
            EventCodec<Object> jackson = jackson(type);
            for (Object value : RandomValues.of(type, VALUES)) {
                byte[] json = Mutations.damage(mapper.writeValueAsBytes(value), random);
                Object read;
                try {
                    read = codec(type).decode(json);
                } catch (UndecodableException e) {
                    continue;
                }
                try {
                    assertSame(read, jackson.decode(json), json);
                } catch (UndecodableException e) {
                    lenient.add(text(json));
                }
            }
            assertThat(lenient).as("refused by Jackson alone").isEmpty();
        });
    }

    @Test
    void tellsThePropertyAndTheByteAndNothingOfTheText() {
        assertThatThrownBy(() -> codec(Holder.class).decode(
                "{\"lines\":[{\"count\":1},{\"marker4711\":\"x\",\"count\":\"marker4711\"}]}".getBytes(UTF_8)))
                .isInstanceOf(UndecodableException.class)
                .hasMessage("the JSON does not fit " + Holder.class.getName()
                        + " at $.lines[1].count, byte 48: an int is expected");
        assertThatThrownBy(() -> codec(Holder.class).decode("{\"byName\":{\"marker4711\":{\"count\":[]}}}".getBytes(UTF_8)))
                .hasMessageContaining(" at $.byName.*.count, byte ");
    }

    private static void assertSame(Object read, Object byJackson, byte[] json) {
        assertThat(read).as(text(json)).usingRecursiveComparison().withStrictTypeChecking()
                .withEqualsForType(Double::equals, Double.class).withEqualsForType(Float::equals, Float.class)
                .isEqualTo(byJackson);
    }

    @FunctionalInterface
    private interface OnType {
        void accept(Class<?> type) throws Exception;
    }

    private List<DynamicTest> forEachType(OnType test) {
        return TYPES.stream().map(type -> DynamicTest.dynamicTest(type.getSimpleName(), () -> test.accept(type))).toList();
    }

    @SuppressWarnings("unchecked")
    private EventCodec<Object> codec(Class<?> type) {
        return (EventCodec<Object>) codecs.of(type);
    }

    private EventCodec<Object> jackson(Class<?> type) {
        return new JacksonCodec(() -> mapper, type);
    }

    private static String text(byte[] json) {
        return new String(json, UTF_8);
    }
}
