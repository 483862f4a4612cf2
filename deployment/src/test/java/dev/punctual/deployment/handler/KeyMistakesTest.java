package dev.punctual.deployment.handler;

import static org.junit.jupiter.api.Assertions.fail;

import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.Idempotent;
import dev.punctual.OnEvent;
import dev.punctual.deployment.Applications;
import io.quarkus.test.QuarkusUnitTest;

class KeyMistakesTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications.refused(KeyMistakesTest.class,
            """
                    13 mistakes in event methods:
                    @Idempotent on Orders#array: key 'parts': Order#parts returns java.lang.String[], \
                    whose toString differs from one instance to the next; return a value, such as a String.
                    @Idempotent on Orders#blank: key ' ' is blank; name a property of the payload, or leave it out.
                    @Idempotent on Orders#bytes: key 'id' names a property, but byte[] has none; \
                    take a record or a class, or use Idempotent.EVENT_ID.
                    @Idempotent on Orders#hash: key 'hashCode': events that differ may have the same hash code; \
                    name a property that tells them apart.
                    @Idempotent on Orders#instance: key 'place': Order#place returns Place, \
                    whose toString differs from one instance to the next; override it, or make the class a record.
                    @Idempotent on Orders#misspelt: key 'ordreId' is not a public method without parameters, record component \
                    or getter of Order; there are 'hidden', 'id', 'lines', 'open', 'parts', 'place', 'reference', \
                    or add one that returns the key.
                    @Idempotent on Orders#nested: key 'place.street' is not a public method without parameters, record component \
                    or getter of Order; there are 'hidden', 'id', 'lines', 'open', 'parts', 'place', 'reference', \
                    or add one that returns the key.
                    @Idempotent on Orders#notPublic: key 'secret' is not a public method without parameters, record component \
                    or getter of Bare; it has none, add one that returns the key.
                    @Idempotent on Orders#nothing: key 'clear': Order#clear returns nothing; \
                    name a method that returns the value.
                    @Idempotent on Orders#optional: key 'reference': Order#reference returns java.util.Optional<java.lang.String>, \
                    and all events where it is empty would count as the same; return the value itself, and null where there is none.
                    @Idempotent on Orders#parameters: key 'line' is not a public method without parameters, record component \
                    or getter of Order; there are 'hidden', 'id', 'lines', 'open', 'parts', 'place', 'reference', \
                    or add one that returns the key.
                    @OnEvent on Orders#payloadToo: payload type java.util.List<Order> is parameterised, \
                    and its parameters would be lost; take a record, a class or byte[].
                    @Idempotent on Orders#shared: key 'shared' is not a public method without parameters, record component \
                    or getter of Bare; it has none, add one that returns the key.""",
            Order.class, Place.class, Bare.class, Orders.class);

    record Order(String id, String[] parts, Place place, Optional<String> reference, List<String> lines) {
        public void clear() {
        }

        public boolean isOpen() {
            return true;
        }

        public String getHidden() {
            return "";
        }

        public String line(int number) {
            return lines.get(number);
        }
    }

    static class Place {
        public String street;
    }

    static class Bare {
        public String field;

        String secret() {
            return "";
        }

        public static String shared() {
            return "";
        }
    }

    @ApplicationScoped
    static class Orders {
        @OnEvent(stream = "orders")
        @Idempotent(key = "ordreId")
        void misspelt(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "place.street")
        void nested(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "line")
        void parameters(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = " ")
        void blank(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "id")
        void bytes(byte[] order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "clear")
        void nothing(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "parts")
        void array(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "place")
        void instance(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "reference")
        void optional(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "hashCode")
        void hash(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "secret")
        void notPublic(Bare bare) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "shared")
        void shared(Bare bare) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "id")
        void payloadToo(List<Order> orders) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "lines")
        void right(Order order) {
        }

        @OnEvent(stream = "orders")
        @Idempotent(key = "toString")
        void rightToo(Order order) {
        }
    }

    @Test
    void refusesKeysThatCannotBeReadOrDoNotTellEventsApart() {
        fail(QuarkusUnitTest.THE_BUILD_WAS_EXPECTED_TO_FAIL);
    }
}
