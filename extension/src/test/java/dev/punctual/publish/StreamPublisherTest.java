package dev.punctual.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.OutgoingEvent;
import dev.punctual.PublishException;
import dev.punctual.publish.FakeStream.Fate;
import dev.punctual.spi.PublishListener;

class StreamPublisherTest {

    private final FakeStream stream = new FakeStream(1);
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final StreamTransport transport = new StreamTransport(
            name -> StreamSettings.DEFAULT.patience(Duration.ofSeconds(1), 2), stream, PublishListener.NONE,
            new StreamTransport.Surroundings(InstantSource.system(), new Random(1), threads, Waiting.REAL));
    private final StreamPublisher publisher = new StreamPublisher(new Texts(), transport, InstantSource.system());

    /** Payloads are texts; the key is what stands before a colon. */
    private static final class Texts implements EventSerializer {
        @Override
        public byte[] serialize(String stream, Complete event) {
            return (event.id() + '|' + event.correlation().correlationId() + '|' + event.payload()).getBytes(UTF_8);
        }

        @Override
        public String partitionKey(Object payload) {
            String text = (String) payload;
            return text.contains(":") ? text.substring(0, text.indexOf(':')) : "";
        }
    }

    private static OutgoingEvent<String> event(String payload) {
        return OutgoingEvent.of("said", payload).withId(payload);
    }

    @AfterEach
    void end() {
        threads.shutdownNow();
    }

    @Test
    void returnsOnceTheEventIsOnItsStream() {
        publisher.publish("s", event("a:1"));

        assertThat(stream.events()).singleElement().satisfies(event -> {
            assertThat(event.partitionKey()).isEqualTo("a");
            assertThat(new String(event.data(), UTF_8)).isEqualTo("a:1|a:1|a:1");
        });
    }

    @Test
    void takesTheCorrelationIdWhereThereIsNoKey() {
        publisher.publish("s", event("hello").withCorrelationId("journey"));

        assertThat(stream.events()).singleElement().satisfies(event -> assertThat(event.partitionKey()).isEqualTo("journey"));
    }

    @Test
    void tellsWhichWereAcceptedAndWhichWereNot() {
        stream.fate = entry -> entry.partitionKey().equals("b") ? Fate.THROTTLE : Fate.ACCEPT;

        assertThatThrownBy(() -> publisher.publishAll("s", List.of(event("a:1"), event("b:1"), event("a:2"))))
                .isInstanceOfSatisfying(PublishException.class, failure -> {
                    assertThat(failure.accepted()).containsExactly("a:1", "a:2");
                    assertThat(failure.notAccepted()).containsExactly("b:1");
                })
                .hasMessage("1 of 3 events were not published; the first: event b:1 was not published: it was refused 2 times,"
                        + " at last: throttled");
    }

    @Test
    void flushesWhatWasPublishedAsynchronously() {
        CompletableFuture<Void> done = publisher.publishAsync("s", event("a:1")).toCompletableFuture();

        publisher.flush();

        assertThat(stream.events()).hasSize(1);
        assertThat(done).isCompleted();
    }

    @Test
    void refusesWhatNoRecordHolds() {
        assertThatThrownBy(() -> publisher.publish("s", event("x".repeat(StreamSettings.DEFAULT_MAX_RECORD))))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("must have 1 to 256 characters");
        assertThatThrownBy(() -> publisher.publish("s",
                OutgoingEvent.of("said", "x".repeat(StreamSettings.DEFAULT_MAX_RECORD)).withPartitionKey("k")))
                .isInstanceOf(PublishException.class).hasMessageContaining("a record of s may have 1048576");
        assertThatThrownBy(() -> publisher.publish("s", OutgoingEvent.of("", "x")))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("has no type");
    }

    @Test
    void saysSoWhenThereIsNoThreadToPublish() {
        threads.shutdownNow();

        assertThatThrownBy(() -> publisher.publish("s", event("a:1"))).isInstanceOf(PublishException.class)
                .hasMessageContaining("no thread could be had to publish");
    }
}
