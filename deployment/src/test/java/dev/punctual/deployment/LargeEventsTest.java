package dev.punctual.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import dev.punctual.DeadLetters;
import dev.punctual.OnDeadLetter;
import dev.punctual.OnEvent;
import dev.punctual.PermanentFailureException;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.runtime.EventFunction;
import io.quarkus.test.QuarkusUnitTest;
import software.amazon.awssdk.services.sqs.SqsClient;

/** Events that no message holds, encrypted: parked, dead, told of, redriven and handled, over HTTP. */
class LargeEventsTest {

    @RegisterExtension
    static final QuarkusUnitTest APPLICATION = Applications
            .of(Order.class, Calls.class, Orders.class, TestContext.class, LambdaCalls.class, LocalSqs.class,
                    LocalPayloads.class)
            .overrideConfigKey("quarkus.punctual.claim-check.bucket", LocalPayloads.BUCKET)
            .overrideConfigKey("quarkus.punctual.claim-check.region", "us-east-1")
            .overrideConfigKey("quarkus.punctual.encryption.region", "us-east-1")
            .setBeforeAllCustomizer(() -> {
                LocalSqs.start("orders-retry", "orders-on-failure", "orders-dead-letter");
                LocalPayloads.start();
            })
            .setAfterAllCustomizer(() -> {
                LocalPayloads.stop();
                LocalSqs.stop();
            });

    record Order(String orderId, String note) {
    }

    @Singleton
    static class Calls {
        final List<String> seen = new CopyOnWriteArrayList<>();
        volatile Exception failure;

        void attempt(String what, Order order) throws Exception {
            seen.add(what + " " + order.orderId() + " " + order.note().length());
            if (failure != null) {
                throw failure;
            }
        }
    }

    @ApplicationScoped
    static class Orders {

        @Inject
        Calls calls;

        @OnEvent(stream = "orders", type = "placed")
        void placed(Order order) throws Exception {
            calls.attempt("placed", order);
        }

        @OnDeadLetter
        void dead(Order order) {
            calls.seen.add("dead " + order.orderId() + " " + order.note().length());
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

    private static byte[] order(String id, int noteLength) {
        return ("{\"type\":\"placed\",\"orderId\":\"" + id + "\",\"note\":\"" + "x".repeat(noteLength) + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    private List<StoredLetter> kept() {
        List<StoredLetter> kept = new ArrayList<>();
        letters.browse(LetterFilter.ALL, kept::add);
        return kept;
    }

    private String onlyBody(String queue) {
        String url = sqs.getQueueUrl(request -> request.queueName(queue)).queueUrl();
        return sqs.receiveMessage(request -> request.queueUrl(url).visibilityTimeout(0)).messages().get(0).body();
    }

    @Test
    void anEventThatNoMessageHoldsDiesAndLivesAgain() {
        LambdaCalls lambda = new LambdaCalls(function, sqs);
        calls.failure = new PermanentFailureException("closed");

        // when: it dies
        lambda.ofStream("orders", order("o-1", 2_000_000));
        assertThat(onlyBody("orders-on-failure")).hasSizeLessThan(8_192).doesNotContain("o-1\\\"");
        lambda.ofQueue("orders-on-failure");

        // then: the letter says where its bytes are, and the method was told of all of them
        assertThat(calls.seen).containsExactly("placed o-1 2000000", "dead o-1 2000000");
        StoredLetter letter = kept().get(0);
        assertThat(letter.data()).isInstanceOfSatisfying(LetterData.Elsewhere.class, elsewhere -> {
            assertThat(elsewhere.location()).startsWith("s3://claims/punctual/orders/");
            assertThat(elsewhere.dataKey()).isNotEmpty();
        });
        assertThat(letters.data(letter)).isEqualTo(order("o-1", 2_000_000));

        // when: it is redriven
        calls.failure = null;
        letters.redrive(LetterFilter.ALL, OperationOptions.by("a test"), progress -> {
        });
        lambda.ofQueue("orders-retry");

        // then
        assertThat(calls.seen).last().isEqualTo("placed o-1 2000000");
        assertThat(kept()).isEmpty();
    }

    @Test
    void aLetterThatFitsIsEncryptedInItsMessage() {
        LambdaCalls lambda = new LambdaCalls(function, sqs);
        calls.failure = new PermanentFailureException("closed");

        lambda.ofStream("orders", order("o-3", 10));

        assertThat(onlyBody("orders-on-failure")).contains("\"dataEncryption\":\"KMS-AES-256-GCM\"").doesNotContain("xxxxx");
        lambda.ofQueue("orders-on-failure");
        assertThat(kept()).singleElement().satisfies(letter -> {
            assertThat(letter.data()).isInstanceOf(LetterData.Encrypted.class);
            assertThat(letters.data(letter)).isEqualTo(order("o-3", 10));
            assertThat(letter.letter()).extracting(DeadLetter::type).isEqualTo("placed");
        });
    }

}
