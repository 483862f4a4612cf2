package dev.punctual.deployment.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.logging.LogRecord;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import com.google.protobuf.Struct;

import dev.punctual.DeadLetters;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deployment.Applications;
import dev.punctual.deployment.LambdaCalls;
import dev.punctual.deployment.LocalSqs;
import dev.punctual.deployment.TestContext;
import dev.punctual.runtime.EventFunction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Payloads that cannot be read hold a secret, which is in the letters' data and nowhere else. */
class PayloadSecrecyTest {

    private static final String SECRET = "4111-SECRET-1111";

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Visit.class, MessageCodecsTest.Ticket.class, MessageCodecsTest.Ticket.Field.class, Handlers.class,
                    LambdaCalls.class, TestContext.class, LocalSqs.class)
            .overrideConfigKey("quarkus.log.category.\"dev.punctual\".min-level", "TRACE")
            .overrideRuntimeConfigKey("quarkus.log.category.\"dev.punctual\".level", "TRACE")
            .overrideRuntimeConfigKey("quarkus.punctual.dead-letters.redact", "4111-[A-Z]{2\\,6}-1111")
            .setBeforeAllCustomizer(() -> LocalSqs.start("orders-retry", "orders-on-failure", "orders-dead-letter"))
            .setAfterAllCustomizer(() -> LocalSqs.stop())
            .setLogRecordPredicate(record -> true)
            .assertLogRecords(records -> {
                assertThat(records).isNotEmpty();
                assertThat(records).extracting(PayloadSecrecyTest::text).noneMatch(line -> line.contains(SECRET));
            });

    record Order(String card, int cents) {
    }

    /** Jackson reads it: the generated codecs do not know durations. */
    record Visit(Duration length) {
    }

    @ApplicationScoped
    static class Handlers {
        @OnEvent(stream = "orders", type = "order")
        void onOrder(Order order) {
            throw new IllegalStateException("no money on card " + order.card());
        }

        @OnEvent(stream = "orders", type = "visit")
        void onVisit(Visit visit) {
        }

        @OnEvent(stream = "orders", type = "message")
        void onMessage(Struct message) {
        }

        @OnEvent(stream = "orders", type = "ticket")
        void onTicket(MessageCodecsTest.Ticket ticket) {
        }

        @OnDeadLetter
        void giveUp(Visit visit, DeadLetter letter) {
            throw new AssertionError("no visit can be read");
        }
    }

    @Inject
    EventFunction function;

    @Inject
    SqsClient sqs;

    @Inject
    DeadLetters letters;

    private static String text(LogRecord record) {
        StringWriter text = new StringWriter();
        text.append(record.getMessage()).append(' ').append(Arrays.toString(record.getParameters()));
        if (record.getThrown() != null) {
            record.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static String cloudEvent(String type, String contentType, byte[] data) {
        return "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/shop\",\"type\":\"" + type + "\",\"datacontenttype\":\""
                + contentType + "\",\"data_base64\":\"" + Base64.getEncoder().encodeToString(data) + "\"}";
    }

    private List<DeadLetter> lettersOf(String... events) {
        LambdaCalls lambda = new LambdaCalls(function, sqs);
        String answer = lambda.ofStream("orders",
                Arrays.stream(events).map(event -> event.getBytes(UTF_8)).toArray(byte[][]::new));
        assertThat(answer).doesNotContain(SECRET);
        for (int received = 0; received < events.length; received += 10) {
            assertThat(lambda.ofQueue("orders-on-failure")).doesNotContain(SECRET);
        }
        List<DeadLetter> found = new ArrayList<>();
        letters.browse(LetterFilter.ALL, letter -> found.add(letter.letter()));
        return found;
    }

    @Test
    void payloadsAreInTheDataOfTheirLettersAndNowhereElse() {
        String[] events = {
                // JSON, generated codec: a value of another type, one that is cut off, a field that is none
                "{\"type\":\"order\",\"card\":1,\"cents\":\"" + SECRET + "\"}",
                "{\"type\":\"order\",\"cents\":0,\"card\":\"" + SECRET,
                "{\"type\":\"order\",\"cents\":1,\"card\":\"a\",\"card\":{\"" + SECRET + "\":\"" + SECRET + "\"}}",
                // JSON, Jackson
                "{\"type\":\"visit\",\"length\":\"" + SECRET + "\"}",
                "{\"type\":\"visit\",\"length\":[\"" + SECRET + "\"],\"" + SECRET + "\":\"" + SECRET + "\"}",
                // Protobuf, Thrift
                cloudEvent("message", "application/protobuf", SECRET.getBytes(UTF_8)),
                cloudEvent("ticket", "application/vnd.apache.thrift.compact", SECRET.getBytes(UTF_8)),
                // CloudEvents: data that is no base64, another media type, and no envelope at all
                "{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"/\",\"type\":\"order\",\"data_base64\":\"!" + SECRET
                        + "\"}",
                cloudEvent("order", "text/" + SECRET + " " + SECRET, SECRET.getBytes(UTF_8)), SECRET };

        List<DeadLetter> dead = lettersOf(events).stream().filter(letter -> letter.reason() == Reason.UNDECODABLE).toList();

        assertThat(dead).hasSize(events.length);
        assertThat(dead).extracting(DeadLetter::detail).noneMatch(detail -> detail.contains(SECRET));
        assertThat(dead).extracting(DeadLetter::toString)
                .filteredOn(letter -> !letter.contains("text/" + SECRET)).hasSize(events.length - 1)
                .noneMatch(letter -> letter.contains(SECRET));
        assertThat(dead).extracting(letter -> new String(letter.event().data(), UTF_8)).contains(events);
    }

    @Test
    void whatIsConfiguredIsTakenOutOfTheMessagesOfHandlersExceptions() {
        List<DeadLetter> dead = lettersOf("{\"type\":\"order\",\"card\":\"" + SECRET + "\",\"cents\":1}");

        assertThat(dead).filteredOn(letter -> letter.reason() == Reason.ATTEMPTS).singleElement()
                .satisfies(letter -> assertThat(letter.attempts().latest().orElseThrow().failure().message())
                        .isEqualTo("no money on card [redacted]"));
    }
}
