package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;

import dev.punctual.DeadLetters;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.Reason;
import dev.punctual.runtime.EventFunction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** From the stream function by the on-failure queue through the dead-letter function, over HTTP. */
class OnDeadLetterTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Refund.class, Calls.class, Orders.class, Care.class, TestContext.class, LambdaCalls.class,
                    LocalSqs.class)
            .setBeforeAllCustomizer(() -> LocalSqs.start("orders-retry", "orders-on-failure", "orders-dead-letter"))
            .setAfterAllCustomizer(() -> LocalSqs.stop());

    record Order(String orderId, int cents) {
    }

    record Refund(String orderId) {
    }

    @Singleton
    static class Calls {
        final List<String> seen = new CopyOnWriteArrayList<>();
    }

    @ApplicationScoped
    static class Orders {

        @OnEvent(stream = "orders", type = "placed")
        void placed(Order order) {
            throw new PermanentFailureException("closed");
        }

        @OnEvent(stream = "orders", type = "refunded")
        void refunded(Refund refund) {
            throw new PermanentFailureException("no money");
        }

        @OnEvent(stream = "orders", type = "counted")
        void counted(Struct counts) {
            throw new PermanentFailureException("no numbers");
        }
    }

    @ApplicationScoped
    static class Care {

        @Inject
        Calls calls;

        @OnDeadLetter
        void letterAndEvent(DeadLetter letter, Order order) {
            calls.seen.add("letterAndEvent " + letter.reason() + " " + order);
        }

        @OnDeadLetter
        protected void eventAlone(Order order) {
            calls.seen.add("eventAlone " + order);
            throw new IllegalStateException("whatever a method throws, the letter is kept");
        }

        @OnDeadLetter(handler = "Orders.placed")
        public void optionalAndLetter(Optional<Order> order, DeadLetter letter) {
            calls.seen.add("optionalAndLetter " + order.map(Order::orderId).orElse("none") + " " + letter.handler());
        }

        @OnDeadLetter
        void protobuf(Struct counts) {
            calls.seen.add("protobuf " + counts.getFieldsOrThrow("n").getNumberValue());
        }

        @OnDeadLetter
        void bytes(byte[] payload, DeadLetter letter) {
            calls.seen.add("bytes " + payload.length);
        }

        @OnDeadLetter(handler = "Orders.refunded")
        void letterAlone(DeadLetter letter) {
            calls.seen.add("letterAlone " + letter.handler());
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @Inject
    DeadLetters letters;

    @Inject
    Calls calls;

    @BeforeEach
    void forget() {
        calls.seen.clear();
        letters.discard(LetterFilter.ALL, new OperationOptions("a test", "it is over", false, 1_000, 1), progress -> {
        });
    }

    /** Both steps; returns the letters that are kept. */
    private List<DeadLetter> die(byte[]... events) {
        LambdaCalls lambda = new LambdaCalls(function, sqs);
        lambda.ofStream("orders", events);
        lambda.ofQueue("orders-on-failure");
        List<DeadLetter> kept = new CopyOnWriteArrayList<>();
        letters.browse(LetterFilter.ALL, letter -> kept.add(letter.letter()));
        return kept;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void callsTheMethodsThatTakeTheEventsType() {
        byte[] event = utf8("{\"type\":\"placed\",\"orderId\":\"o-1\",\"cents\":700}");

        List<DeadLetter> kept = die(event);

        assertThat(calls.seen).containsExactlyInAnyOrder("letterAndEvent PERMANENT Order[orderId=o-1, cents=700]",
                "eventAlone Order[orderId=o-1, cents=700]", "optionalAndLetter o-1 Orders.placed", "bytes " + event.length);
        assertThat(kept).singleElement().extracting(DeadLetter::reason).isEqualTo(Reason.PERMANENT);
    }

    @Test
    void callsTheMethodsOfTheHandlerThatTheyName() {
        byte[] event = utf8("{\"type\":\"refunded\",\"orderId\":\"o-2\"}");

        List<DeadLetter> kept = die(event);

        assertThat(calls.seen).containsExactlyInAnyOrder("letterAlone Orders.refunded", "bytes " + event.length);
        assertThat(kept).hasSize(1);
    }

    @Test
    void callsWithoutTheEventWhereItCannotBeReadAndIsOptional() {
        byte[] event = utf8("{\"type\":\"placed\",\"orderId\":\"o-3\",\"cents\":\"many\"}");

        List<DeadLetter> kept = die(event);

        assertThat(calls.seen).containsExactlyInAnyOrder("optionalAndLetter none Orders.placed", "bytes " + event.length);
        assertThat(kept).singleElement().extracting(DeadLetter::reason).isEqualTo(Reason.UNDECODABLE);
    }

    @Test
    void readsProtobufAsItsHandlerDoes() {
        byte[] counts = Struct.newBuilder().putFields("n", Value.newBuilder().setNumberValue(3).build()).build()
                .toByteArray();
        String event = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\",\"type\":\"counted\","
                + "\"datacontenttype\":\"application/protobuf\",\"data_base64\":\""
                + Base64.getEncoder().encodeToString(counts) + "\"}";

        die(utf8(event));

        assertThat(calls.seen).containsExactlyInAnyOrder("protobuf 3.0", "bytes " + counts.length);
    }
}
