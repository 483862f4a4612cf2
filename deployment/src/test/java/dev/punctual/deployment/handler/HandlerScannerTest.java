package dev.punctual.deployment.handler;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import org.jboss.jandex.Index;
import org.junit.jupiter.api.Test;

import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.DeadLetter;

class HandlerScannerTest {

    interface Handles<T> {
        void handle(T event);
    }

    static class Bridged implements Handles<String> {
        @Override
        @OnEvent(stream = "orders")
        public void handle(String event) {
        }
    }

    static class Several {
        @RetryWithin("5s")
        void c(String event) {
        }

        @OnDeadLetter
        void b(DeadLetter letter) {
        }

        @OnEvent(stream = "orders")
        @RetryWithin("5s")
        void a(String event) {
        }

        @OnEvent(stream = "orders")
        void a(byte[] event) {
        }

        void plain(String event) {
        }
    }

    @Test
    void leavesOutTheBridgesThatTheCompilerAnnotates() {
        assertThat(Validation.of(Bridged.class, Handles.class).methods()).singleElement()
                .satisfies(method -> assertThat(method.method().parameterType(0)).hasToString("java.lang.String"));
    }

    @Test
    void findsEachMethodOnceInStableOrderHoweverManyAnnotationsAndIndexesHoldIt() throws Exception {
        Index index = Index.of(Several.class);

        List<AnnotatedMethod> found = HandlerScanner.scan(index, Index.of(Several.class));

        assertThat(found).extracting(method -> method.signature().replaceAll(".*#", ""))
                .containsExactly("a(byte[])", "a(java.lang.String)", "b(dev.punctual.deadletter.DeadLetter)",
                        "c(java.lang.String)");
    }
}
