package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.LogRecord;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Alternative;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.Emits;
import dev.punctual.EventContext;
import dev.punctual.Idempotent;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.RetryWithin;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.engine.Invocation;
import dev.punctual.event.EventSource;
import dev.punctual.event.TraceContext;
import dev.punctual.ledger.LedgerItem;
import dev.punctual.runtime.EventFunction;
import dev.punctual.spi.AttemptObserver;
import dev.punctual.spi.DispatchListener;
import dev.punctual.spi.Finished;
import dev.punctual.spi.InMemoryLedger;
import dev.punctual.spi.InvocationListener;
import dev.punctual.spi.LedgerResult;
import dev.punctual.spi.LedgerWrite;
import dev.punctual.spi.OutcomeLedger;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What a function does before its first event, where Lambda keeps what comes of its start: everything but to be seen. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PrimingTest {

    private static final String OUTPUT = "priming-test.output";
    private static final PrintStream CONSOLE = System.out;

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Handlers.class, Seen.class, World.class, LambdaCalls.class, TestContext.class)
            .overrideConfigKey("quarkus.punctual.prime", "true")
            .overrideRuntimeConfigKey("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start")
            .overrideRuntimeConfigKey("quarkus.punctual.metrics.emf", "on")
            .overrideRuntimeConfigKey("quarkus.punctual.log.format", "json")
            .overrideRuntimeConfigKey("quarkus.punctual.log.steps", "all")
            .setBeforeAllCustomizer(PrimingTest::writeToFile).setAfterAllCustomizer(() -> System.setOut(CONSOLE))
            .setLogRecordPredicate(record -> record.getLoggerName().startsWith("dev.punctual"))
            .assertLogRecords(records -> assertThat(records.stream().map(LogRecord::getMessage))
                    .noneMatch(message -> message.contains("primed") || message.contains("failed")));

    private static void writeToFile() {
        try {
            Path file = Files.createTempFile("priming", ".txt");
            file.toFile().deleteOnExit();
            System.setProperty(OUTPUT, file.toString());
            System.setOut(new PrintStream(new FileOutputStream(file.toFile()), true, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    enum Size {
        SMALL,
        LARGE
    }

    record Order(String id, Size size, int items) {

        private static int made;

        Order {
            if (items < 1) {
                throw new IllegalArgumentException("an order has items");
            }
            made++;
        }
    }

    /** What anybody was told, asked or given. */
    @Singleton
    static class Seen {
        final Queue<String> all = new ConcurrentLinkedQueue<>();
    }

    @ApplicationScoped
    static class Handlers {

        @Inject
        Seen seen;

        @OnEvent(stream = "orders", type = "order_placed")
        @RetryWithin("9s")
        @Idempotent
        @Emits(stream = "bills", type = "order_billed")
        Order placed(Order order, EventContext context) {
            seen.all.add("handler " + context.id());
            return order;
        }

        @OnEvent(queue = "claims")
        void claimed(byte[] claim) {
            seen.all.add("handler of a queue");
        }

        @OnDeadLetter
        void dead(DeadLetter letter) {
            seen.all.add("letter " + letter.id());
        }
    }

    /** What surrounds the function. */
    @Singleton
    static class World implements DispatchListener, InvocationListener, AttemptObserver {

        @Inject
        Seen seen;

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        SqsClient sqs(Seen seen) {
            return (SqsClient) Proxy.newProxyInstance(SqsClient.class.getClassLoader(), new Class<?>[] { SqsClient.class },
                    (proxy, method, arguments) -> {
                        seen.all.add("SQS " + method.getName());
                        return method.getReturnType() == String.class ? "sqs" : null;
                    });
        }

        @Produces
        @Singleton
        @Alternative
        @Priority(1)
        OutcomeLedger ledger(Seen seen) {
            InMemoryLedger ledger = new InMemoryLedger();
            return new OutcomeLedger() {
                @Override
                public Map<String, LedgerItem> read(List<String> keys) {
                    seen.all.add("ledger read");
                    return ledger.read(keys);
                }

                @Override
                public List<LedgerResult> write(List<LedgerWrite> writes) {
                    seen.all.add("ledger write");
                    return ledger.write(writes);
                }
            };
        }

        @Override
        public void attemptStarted(String handler, EventContext context, Instant start) {
            seen.all.add("attempt of " + handler);
        }

        @Override
        public void finished(Finished finished) {
            seen.all.add("finished " + finished.eventId());
        }

        @Override
        public void began(String function, String requestId, Instant end) {
            seen.all.add("began " + requestId);
        }

        @Override
        public void received(EventSource source, int records, Instant newest) {
            seen.all.add("received of " + source.name());
        }

        @Override
        public void answering(Instant end) {
            seen.all.add("answering");
        }

        @Override
        public Observation begin(String handler, EventContext context, TraceContext before) {
            seen.all.add("observed " + handler);
            return Observation.NONE;
        }
    }

    @Inject
    EventFunction function;

    @Inject
    Seen seen;

    @Inject
    MeterRegistry meters;

    @Test
    @org.junit.jupiter.api.Order(1)
    void nothingOfItIsSeen() throws IOException {
        assertThat(Order.made).as("made-up payloads").isPositive();
        assertThat(seen.all).containsOnly("SQS serviceName");
        assertThat(Files.readString(Path.of(System.getProperty(OUTPUT)))).doesNotContain("\"punctual\":\"step\"")
                .doesNotContain("CloudWatchMetrics");
        assertThat(meters.getMeters()).extracting(meter -> meter.getId().getName())
                .noneMatch(name -> name.startsWith("punctual."));
    }

    @Test
    @org.junit.jupiter.api.Order(2)
    void realEventsAre() {
        seen.all.clear();

        function.handle("""
                {"Records":[{"messageId":"m-1","eventSource":"aws:sqs","body":"7",
                "eventSourceARN":"arn:aws:sqs:us-east-1:000000000000:claims"}]}""".getBytes(StandardCharsets.UTF_8),
                new Invocation("f", "r-1", Instant.now().plusSeconds(9)));

        assertThat(seen.all).containsExactly("began r-1", "received of claims", "observed Handlers.claimed",
                "attempt of Handlers.claimed", "handler of a queue", "finished claims/m-1", "answering");
        assertThat(meters.getMeters()).extracting(meter -> meter.getId().getName()).contains("punctual.events");
    }
}
