package dev.punctual.runtime.deadletter;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.queue;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadline.TimeBudget;
import dev.punctual.dispatch.EventRoute;
import dev.punctual.dispatch.EventRouter;
import dev.punctual.dispatch.LetterInvoker;
import dev.punctual.dispatch.LetterRoute;
import dev.punctual.engine.Invocation;
import dev.punctual.engine.ItemOutcome;
import dev.punctual.event.EventSource;
import dev.punctual.retry.Backoff;
import dev.punctual.retry.RetryPolicy;
import dev.punctual.runtime.codec.JacksonCodec;
import dev.punctual.runtime.sqs.SqsEvents;
import dev.punctual.spi.SendResult;
import dev.punctual.wire.cloudevents.EventForms;
import dev.punctual.wire.envelope.DeadLetterFormat;

/** Dead-letter methods with the event, in the dead-letter function. */
class LetterSubscribersTest {

    record Order(String id) {
    }

    private static final String HANDLER = "Orders#onOrder";
    private static final JacksonCodec ORDER = new JacksonCodec(ObjectMapper::new, Order.class);

    private final JsonFactory json = new JsonFactory();
    private final List<String> told = new ArrayList<>();
    private final List<DeadLetter> kept = new ArrayList<>();
    private Instant now = Instant.parse("2026-01-02T00:00:00Z");
    private LetterInvoker invoker = (order, letter) -> told.add(order + " of " + letter.handler());

    private static EventRoute route(EventSource.Kind kind, String source) {
        RetryPolicy policy = new RetryPolicy(new TimeBudget(Duration.ofSeconds(5)), 1,
                new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(1)), List.of());
        return new EventRoute(HANDLER, kind, source, "", ORDER, policy, (payload, context) -> {
        });
    }

    private List<ItemOutcome> process(boolean optional, String... bodies) {
        EventForms forms = new EventForms(json, "type", 1 << 20);
        LetterRoute.Payload payload = new LetterRoute.Payload(ORDER, Optional.of(Set.of(HANDLER)), optional);
        // Told through the fields, which a test may set.
        LetterRoute method = new LetterRoute("Care#giveUp", "", Optional.of(payload),
                (order, letter) -> invoker.invoke(order, letter));
        EventRouter router = new EventRouter(List.of(route(EventSource.Kind.STREAM, "mystream")));
        DeadLetterCompleter completer = new DeadLetterCompleter(json, GivenUp::processor,
                LetterSubscribers.of(List.of(method), router, forms, json), letters -> {
                    kept.addAll(letters);
                    return letters.stream().map(letter -> SendResult.SENT).toList();
                }, () -> now, "shop:2.0");
        List<SqsEvents.Message> messages = new ArrayList<>();
        for (String body : bodies) {
            messages.add(new SqsEvents.Message("m-" + messages.size(), queue("orders-on-failure"), now, body));
        }
        return completer.process(messages, new Invocation("orders-dead-letter", "request-1", now.plusSeconds(8)));
    }

    private String letterOf(byte[] data) {
        DeadLetter plain = letter(event(data));
        return new DeadLetterFormat(json).write(new DeadLetter(plain.id(), plain.reason(), plain.detail(), HANDLER,
                plain.eventId(), plain.type(), plain.correlationId(), "", plain.event(), plain.deadline(), plain.diedAt(),
                plain.attempts(), plain.function(), plain.requestId(), plain.application(), plain.redrive()));
    }

    private static byte[] gzip(byte[] data) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Test
    void readsTheEventOutOfItsEnvelopeAndCompression() {
        String cloudEvent = "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\",\"type\":\"order_placed\","
                + "\"data\":{\"id\":\"o-2\"}}";

        process(false, letterOf(utf8("{\"id\":\"o-1\"}")), letterOf(utf8(cloudEvent)), letterOf(gzip(utf8(cloudEvent))));

        assertThat(told).containsExactly("Optional[Order[id=o-1]] of " + HANDLER, "Optional[Order[id=o-2]] of " + HANDLER,
                "Optional[Order[id=o-2]] of " + HANDLER);
        assertThat(kept).hasSize(3);
    }

    @Test
    void keepsTheLetterOfAnEventThatCannotBeRead() {
        List<ItemOutcome> outcomes = process(false, letterOf(utf8("garbage")), letterOf(utf8("{\"id\":{}}")),
                letterOf(new byte[0]));

        assertThat(told).isEmpty();
        assertThat(kept).hasSize(3);
        assertThat(outcomes).allMatch(item -> item.outcome().acknowledged());
    }

    @Test
    void tellsAMethodWithAnOptionalEventOfOneThatCannotBeRead() {
        process(true, letterOf(utf8("garbage")), letterOf(new byte[0]));

        assertThat(told).containsExactly("Optional.empty of " + HANDLER, "Optional.empty of " + HANDLER);
    }

    @Test
    void takesLambdasNoticeForNoEvent() {
        // given: the notice is of a stream whose events are orders, and would be read as one that lacks its fields
        process(false, OnFailureReaderTest.NOTICE);
        process(true, OnFailureReaderTest.NOTICE);

        assertThat(told).containsExactly("Optional.empty of ");
        assertThat(kept).hasSize(2);
    }

    @Test
    void takesNoMessageInAnUnknownFormForAnEvent() {
        process(true, "{\"id\":\"o-1\"}");

        assertThat(told).isEmpty();
        assertThat(kept).hasSize(1);
    }

    @Test
    void keepsTheLetterWhateverTheMethodThrows() {
        for (Throwable failure : List.of(new IllegalStateException("down"), new Exception("checked"),
                new StackOverflowError("deep"))) {
            invoker = (order, letter) -> {
                throw failure;
            };

            List<ItemOutcome> outcomes = process(false, letterOf(utf8("{\"id\":\"o-1\"}")));

            assertThat(outcomes).allMatch(item -> item.outcome().acknowledged());
        }
        assertThat(kept).hasSize(3);
    }

    @Test
    void sendsTheLettersThatASlowMethodWasToldOfAndLeavesTheOthersInTheirQueue() {
        // given: of an invocation of eight seconds, two may be spent before what was told is sent
        invoker = (order, letter) -> now = now.plusSeconds(7);
        String order = letterOf(utf8("{\"id\":\"o-1\"}"));

        List<ItemOutcome> outcomes = process(false, order, order);

        assertThat(outcomes).extracting(item -> item.outcome().acknowledged()).containsExactly(true, false);
        assertThat(kept).hasSize(1);
    }
}
