package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.runtime.EventFunction;
import dev.punctual.runtime.handler.HandlerRegistry;
import dev.punctual.runtime.handler.KeyText;
import dev.punctual.spi.EventCodec;
import io.quarkus.builder.BuildChainBuilder;
import io.quarkus.builder.BuildContext;
import io.quarkus.deployment.builditem.GeneratedResourceBuildItem;
import io.quarkus.deployment.builditem.nativeimage.ReflectiveClassBuildItem;
import io.quarkus.test.QuarkusUnitTest;

/** What a native image is told, and what it need not be told because no reflection is there. */
class NativeImageTest {

    private static final String REGISTERED = "registered-for-reflection";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Base.class, Line.class, Size.class, Note.class, Visit.class, Level.class, Orders.class,
                    Bytecode.class)
            .addBuildChainCustomizer(writeDownWhatIsRegistered());

    static class Base {
        public Note note;
    }

    static class Order extends Base {
        public List<Line> lines;
        public Map<String, Size> sizes;
    }

    record Line(String dish, int count) {
    }

    record Note(String text) {
    }

    enum Size {
        SMALL
    }

    /** Holds what only Jackson reads. */
    static class Visit extends Base {
        public Duration length;
        public List<Level> levels;
    }

    enum Level {
        HIGH
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        void onOrder(Order order, EventContext context) {
        }

        @OnEvent(stream = "orders", id = "keyed")
        @Idempotent(key = "dish")
        void onLine(Line line) {
        }

        @OnEvent(stream = "orders")
        void onVisit(Visit visit) {
        }

        @OnEvent(stream = "orders")
        void onBytes(byte[] bytes) {
        }

        @OnDeadLetter
        void onDeadLetter(DeadLetter letter) {
        }
    }

    @Inject
    HandlerRegistry registry;

    @Inject
    Orders orders;

    @Test
    void registersWhatJacksonReadsAndTheTypesThatHoldsAndNothingElseOfOurs() throws IOException {
        String test = NativeImageTest.class.getName();

        assertThat(registered()).containsExactlyInAnyOrder(
                EventFunction.class.getName() + " methods fields constructors",
                test + "$Base methods fields constructors",
                test + "$Level methods fields constructors",
                test + "$Note methods fields constructors",
                test + "$Visit methods fields constructors");
    }

    @Test
    void callsHandlersByPlainBytecode() {
        List<Class<?>> invokers = Stream
                .concat(registry.handlers().stream().map(HandlerRegistry.Handler::invoker),
                        registry.deadLetterMethods().stream().map(HandlerRegistry.DeadLetterMethod::invoker))
                .<Class<?>> map(Object::getClass).toList();

        assertThat(invokers).hasSize(5).allSatisfy(invoker -> {
            List<String> calls = Bytecode.callsFrom(invoker, name -> name.startsWith(Orders.class.getName() + "_"));
            assertThat(calls).anyMatch(call -> call.startsWith(Orders.class.getName() + "#on"))
                    .noneMatch(Bytecode::isReflective);
        });
    }

    @Test
    void readsKeysByPlainBytecode() {
        Function<Object, String> key = registry.handlers().stream().flatMap(handler -> handler.key().stream()).findFirst()
                .orElseThrow();

        assertThat(Bytecode.callsFrom(key.getClass(), name -> false)).containsExactlyInAnyOrder("java.lang.Object#<init>",
                Line.class.getName() + "#dish", KeyText.class.getName() + "#of");
    }

    @Test
    void readsAndWritesPayloadsByPlainBytecode() {
        EventCodec<?> codec = registry.handlers().stream()
                .filter(handler -> handler.definition().payloadType() == Order.class).findFirst().orElseThrow().codec();

        assertThat(Bytecode.callsFrom(codec.getClass(), name -> name.endsWith("_JsonCodec")))
                .contains(Line.class.getName() + "#count").noneMatch(Bytecode::isReflective);
    }

    @Test
    void reachesBeansByPlainBytecode() {
        List<String> calls = Bytecode.callsFrom(orders.getClass(), name -> false);

        assertThat(calls).contains(Orders.class.getName() + "#onOrder").noneMatch(Bytecode::isReflective);
    }

    private static List<String> registered() throws IOException {
        try (InputStream resource = Thread.currentThread().getContextClassLoader().getResourceAsStream(REGISTERED)) {
            return new String(resource.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    /** A build step that hands the build's items to the test, which runs in another class loader, as a resource. */
    private static Consumer<BuildChainBuilder> writeDownWhatIsRegistered() {
        return chain -> chain.addBuildStep(NativeImageTest::writeDown).consumes(ReflectiveClassBuildItem.class)
                .produces(GeneratedResourceBuildItem.class).build();
    }

    private static void writeDown(BuildContext context) {
        String lines = context.consumeMulti(ReflectiveClassBuildItem.class).stream()
                .flatMap(item -> item.getClassNames().stream().filter(NativeImageTest::isOurs)
                        .map(name -> name + (item.isMethods() ? " methods" : "") + (item.isFields() ? " fields" : "")
                                + (item.isConstructors() ? " constructors" : "")))
                .distinct().collect(Collectors.joining("\n"));
        context.produce(new GeneratedResourceBuildItem(REGISTERED, lines.getBytes(StandardCharsets.UTF_8)));
    }

    /** The configuration is left out: Quarkus registers it by itself, and reads it when the function starts. */
    private static boolean isOurs(String className) {
        return className.startsWith("dev.punctual") && !className.startsWith("dev.punctual.runtime.config");
    }
}
