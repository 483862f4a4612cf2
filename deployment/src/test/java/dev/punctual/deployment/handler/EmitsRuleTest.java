package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;

import dev.punctual.Emits;
import dev.punctual.OnEvent;
import dev.punctual.OutgoingEvent;

class EmitsRuleTest {

    record Paid(String order) {
    }

    @ApplicationScoped
    static class Good {
        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "paid")
        Paid one(byte[] order) {
            return new Paid("1");
        }

        @OnEvent(stream = "orders")
        @Emits(stream = "payments")
        List<OutgoingEvent<Paid>> events(byte[] order) {
            return List.of();
        }

        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "paid")
        Optional<byte[]> bytes(byte[] order) {
            return Optional.empty();
        }
    }

    @ApplicationScoped
    static class Bad {
        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "paid")
        void nothing(byte[] order) {
        }

        @Emits(stream = "payments", type = "paid")
        Paid unfed(byte[] order) {
            return new Paid("1");
        }

        @OnEvent(stream = "orders")
        @Emits(stream = " ")
        Paid untyped(byte[] order) {
            return new Paid("1");
        }

        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "paid")
        List<?> unknown(byte[] order) {
            return List.of();
        }

        @OnEvent(stream = "orders")
        @Emits(stream = "payments", type = "paid")
        Comparable<String> contract(byte[] order) {
            return "";
        }
    }

    @Test
    void takesPayloadsAndEventsAloneAndTogether() {
        assertThat(Validation.of(Good.class, Paid.class).mistakesIn(EmitsRuleTest.class)).isEmpty();
    }

    @Test
    void knowsThePayloadTypeOfEach() {
        Validation application = Validation.of(Good.class, Paid.class);

        assertThat(application.methods()).extracting(method -> Emitted.payload(method.method().returnType()).orElseThrow())
                .extracting(Object::toString).containsExactly("byte[]", Paid.class.getName(), Paid.class.getName());
    }

    @Test
    void saysHowToMendEachMistake() {
        assertThat(Validation.of(Bad.class, Paid.class).mistakesIn(EmitsRuleTest.class)).containsExactly(
                "@Emits on Bad#contract: the method returns java.lang.Comparable<java.lang.String>: payload type"
                        + " java.lang.Comparable<java.lang.String> is parameterised, and its parameters would be lost;"
                        + " take a record, a class or byte[].",
                "@Emits on Bad#nothing: the method returns nothing that could be published; return a payload, an OutgoingEvent,"
                        + " or an Optional or Collection of either, or remove @Emits.",
                "@Emits on Bad#unfed: only event methods publish what they return; add @OnEvent, or remove @Emits.",
                "@Emits on Bad#unknown: the payload type of java.util.List<?> is not known; name it, as in List<OrderPaid>"
                        + " or OutgoingEvent<OrderPaid>.",
                "@Emits on Bad#untyped: stream is ' '; name the Kinesis stream.",
                "@Emits on Bad#untyped: type is missing, and dev.punctual.deployment.handler.EmitsRuleTest$Paid".replace(
                        EmitsRuleTest.class.getName() + "$", "")
                        + " does not tell it; add type = \"…\", or return an OutgoingEvent.");
    }
}
