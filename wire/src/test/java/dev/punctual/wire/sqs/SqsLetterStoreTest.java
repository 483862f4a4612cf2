package dev.punctual.wire.sqs;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.local.LocalEndpoints;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;
import dev.punctual.spi.SendResult;
import dev.punctual.testkit.faults.Fault;
import dev.punctual.testkit.faults.FaultRule;
import dev.punctual.testkit.faults.Trigger;
import dev.punctual.wire.envelope.DeadLetterFormat;
import dev.punctual.wire.envelope.RedriveFormat;
import dev.punctual.wire.envelope.RetryFormat;
import dev.punctual.wire.testing.Samples;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sqs.SqsClient;

/** A dead-letter queue at the local endpoint, over HTTP. */
class SqsLetterStoreTest {

    private static final Duration HOLD = Duration.ofMinutes(15);
    private static final Instant NOW = Instant.parse("2026-01-03T00:00:00Z");

    private final LocalEndpoints endpoints = LocalEndpoints.start();
    private final SqsClient sqs = SqsClient.builder().endpointOverride(endpoints.sqsUri()).region(Region.US_EAST_1)
            .httpClientBuilder(UrlConnectionHttpClient.builder())
            .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"))).build();
    private final JsonFactory json = new JsonFactory();
    private final SqsLetterStore store = new SqsLetterStore(() -> sqs, SqsLetterStore.Queues.of("orders"), json,
            InstantSource.fixed(NOW));

    private String deadLetters = "";
    private String retries = "";

    @BeforeEach
    void createQueues() {
        deadLetters = sqs.createQueue(request -> request.queueName("orders-dead-letter")).queueUrl();
        retries = sqs.createQueue(request -> request.queueName("orders-retry")).queueUrl();
    }

    @AfterEach
    void close() {
        sqs.close();
        endpoints.close();
    }

    private void put(String body) {
        sqs.sendMessage(request -> request.queueUrl(deadLetters).messageBody(body));
    }

    private static DeadLetter someLetter() {
        return letter(event(utf8("{\"order\":7}")));
    }

    private StoredLetter onlyLetter() {
        List<StoredLetter> letters = store.receive(HOLD);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }

    @Test
    void holdsWhatItReceivesUntilItIsReleased() {
        put(new DeadLetterFormat(json).write(someLetter()));

        StoredLetter held = onlyLetter();
        List<StoredLetter> meanwhile = store.receive(HOLD);
        List<SendResult> released = store.release(List.of(held));

        assertThat(held.letter()).usingRecursiveComparison().isEqualTo(someLetter());
        assertThat(held.source()).isEqualTo("orders");
        assertThat(held.edit()).isEqualTo(Edit.NONE);
        assertThat(store.data(held)).isEqualTo(utf8("{\"order\":7}"));
        assertThat(meanwhile).isEmpty();
        assertThat(released).containsExactly(SendResult.SENT);
        assertThat(onlyLetter().messageId()).isEqualTo(held.messageId());
    }

    @Test
    void countsHeldLettersToo() {
        for (int i = 0; i < 12; i++) {
            put(new DeadLetterFormat(json).write(someLetter()));
        }
        store.receive(HOLD);

        assertThat(store.approximateSize()).isEqualTo(12);
    }

    @Test
    void removesForGood() {
        put(new DeadLetterFormat(json).write(someLetter()));

        assertThat(store.delete(List.of(onlyLetter()))).containsExactly(SendResult.SENT);

        assertThat(store.approximateSize()).isZero();
    }

    @Test
    void addsALetterWithOtherBytesAndSaysWhoChangedThem() {
        Edit edit = Edit.NONE.next("ada", NOW);
        StoredLetter changed = new StoredLetter(someLetter(), LetterData.INLINE, edit, "", "", NOW, "orders");

        assertThat(store.add(List.of(changed), List.of(new byte[] { 0, -1 }))).containsExactly(SendResult.SENT);

        StoredLetter read = onlyLetter();
        assertThat(read.edit()).isEqualTo(edit);
        assertThat(store.data(read)).containsExactly(0, -1);
        assertThat(read.letter().id()).isEqualTo(someLetter().id());
    }

    @Test
    void sendsRedrivenEventsToTheRetryQueue() throws Exception {
        DeadLetter dead = someLetter();
        RedrivenEvent redriven = new RedrivenEvent(dead.handler(), dead.event(), NOW, dead.redrive().next(dead.id()));

        assertThat(store.redrive(List.of(redriven))).containsExactly(SendResult.SENT);

        String body = sqs.receiveMessage(request -> request.queueUrl(retries)).messages().get(0).body();
        assertThat(new RedriveFormat(json).read(body)).usingRecursiveComparison().isEqualTo(redriven);
    }

    @Test
    void makesALetterOfAMessageThatNobodyKnows() {
        put("hello");

        StoredLetter wrapped = onlyLetter();

        assertThat(wrapped.letter().reason()).isEqualTo(Reason.ABANDONED);
        assertThat(wrapped.letter().detail()).contains("orders-dead-letter").contains("no known form");
        assertThat(wrapped.letter().id()).contains(wrapped.messageId());
        assertThat(store.data(wrapped)).isEqualTo(utf8("hello"));
    }

    @Test
    void makesALetterOfAParkedEventThatTheRetryQueueGaveUp() {
        put(new RetryFormat(json).write(Samples.parked(event(utf8("x")), Duration.ZERO)));

        DeadLetter letter = onlyLetter().letter();

        assertThat(letter.reason()).isEqualTo(Reason.ABANDONED);
        assertThat(letter.handler()).isEqualTo("Orders#onOrder");
        assertThat(letter.attempts().count()).isEqualTo(2);
    }

    @Test
    void saysWhichLettersOfABatchItDidNotRemove() {
        for (int i = 0; i < 3; i++) {
            put(new DeadLetterFormat(json).write(someLetter()));
        }
        List<StoredLetter> held = store.receive(HOLD);
        endpoints.faults().order(FaultRule.at("sqs:DeleteMessageBatch", Trigger.next(1), Fault.failEntries(1)));

        List<SendResult> results = store.delete(held);

        assertThat(results).filteredOn(result -> result.equals(SendResult.SENT)).hasSize(held.size() - 1);
        assertThat(results.get(1)).isInstanceOfSatisfying(SendResult.NotSent.class,
                failure -> assertThat(failure.why()).contains("SQS refused it"));
    }

    @Test
    void saysWhatToCheckWhenTheQueueIsNotThere() {
        SqsLetterStore nowhere = new SqsLetterStore(() -> sqs, SqsLetterStore.Queues.of("nothing"), json,
                InstantSource.system());

        assertThatThrownBy(() -> nowhere.receive(HOLD)).isInstanceOf(LetterStoreException.class)
                .hasMessageContaining("nothing-dead-letter").hasMessageContaining("Check its name");
    }
}
