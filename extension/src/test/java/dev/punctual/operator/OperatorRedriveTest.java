package dev.punctual.operator;

import static dev.punctual.operator.FakeLetterStore.DIED;
import static dev.punctual.operator.FakeLetterStore.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;

class OperatorRedriveTest extends OperatorFixture {

    @Test
    void redrivesAGroupAndLeavesTheRest() {
        store.put(25, "notify", "a1");
        store.put(10, "notify", "b2");

        OperationReport report = redrive(LetterFilter.ofGroup(new LetterGroup.Key("notify", Reason.ATTEMPTS, "a1")), ADA);

        assertThat(report).isEqualTo(new OperationReport(35, 25, 0, 0, List.of(), true));
        assertThat(store.left()).hasSize(10);
        assertThat(store.redriven).hasSize(25).allSatisfy(event -> {
            assertThat(event.at()).isEqualTo(now.get());
            assertThat(event.handler()).isEqualTo("notify");
            assertThat(event.redrive().count()).isEqualTo(1);
            assertThat(event.redrive().previousLetter()).isEqualTo(event.event().id() + "#notify");
            assertThat(new String(event.event().data(), StandardCharsets.UTF_8)).startsWith("payload");
        });
        assertThat(audit).hasSize(25).allSatisfy(entry -> {
            assertThat(entry.action()).isEqualTo("redrive");
            assertThat(entry.by()).isEqualTo("ada");
            assertThat(entry.queue()).isEqualTo("orders-dead-letter");
        });
        assertThat(told.get(told.size() - 1)).isEqualTo(report);
    }

    @Test
    void onlyTellsInADryRun() {
        store.put(25, "notify", "a1");

        OperationReport report = redrive(LetterFilter.ALL, new OperationOptions("ada", "", true, 1_000, 3));

        assertThat(report.done()).isEqualTo(25);
        assertThat(store.left()).hasSize(25);
        assertThat(store.redriven).isEmpty();
        assertThat(audit).isEmpty();
    }

    @Test
    void quarantinesWhatWasRedrivenTooOften() {
        store.put(letter(1, "notify", "a1", new Redrive(2, "before"), LetterData.INLINE));
        store.put(letter(2, "notify", "a1", new Redrive(3, "before"), LetterData.INLINE));

        OperationReport report = redrive(LetterFilter.ALL, ADA);

        assertThat(report).isEqualTo(new OperationReport(2, 1, 1, 0, List.of(), true));
        assertThat(store.redriven).extracting(event -> event.redrive().count()).containsExactly(3);
        assertThat(store.left()).hasSize(1);
    }

    @Test
    void doesNotRedriveWhatHasNoBytes() {
        store.put(letter(1, "notify", "a1", Redrive.NONE, new LetterData.Missing("the stream's retention is over")));

        OperationReport report = redrive(LetterFilter.ALL, ADA);

        assertThat(report.failed()).isEqualTo(1);
        assertThat(report.failures()).singleElement().asString().contains("bytes are missing").contains("retention");
        assertThat(store.left()).hasSize(1);
    }

    @Test
    void keepsTheLettersWhoseEventsTheRetryQueueDoesNotTake() {
        store.put(20, "notify", "a1");
        store.notRedriven = event -> event.event().sequenceNumber().equals("7");

        OperationReport report = redrive(LetterFilter.ALL, ADA);

        assertThat(report.done()).isEqualTo(19);
        assertThat(report.failures()).singleElement().asString().contains("orders/shardId-0:7#notify")
                .contains("the queue is full").doesNotContain("payload");
        assertThat(store.left()).extracting(letter -> letter.letter().eventId()).containsExactly("event-7");
    }

    @Test
    void triesAgainToRemoveALetterWhoseEventIsSent() {
        store.put(3, "notify", "a1");
        store.notDeleted.put("orders/shardId-0:1#notify", 2);

        OperationReport report = redrive(LetterFilter.ALL, ADA);

        assertThat(report.done()).isEqualTo(3);
        assertThat(store.left()).isEmpty();
        assertThat(store.redriven).hasSize(3);
    }

    @Test
    void saysWhichLetterItCouldNotRemove() {
        store.put(3, "notify", "a1");
        store.notDeleted.put("orders/shardId-0:1#notify", 100);

        OperationReport report = redrive(LetterFilter.ALL, ADA);

        assertThat(report.done()).isEqualTo(2);
        assertThat(report.failures()).singleElement().asString().contains("could not be removed");
        assertThat(store.left()).hasSize(1);
    }

    @Test
    void sendsAnEventOnceWhoseLetterIsThereTwice() {
        store.put(letter(1, "notify", "a1"));
        store.put(letter(1, "notify", "a1"));

        redrive(LetterFilter.ALL, ADA);

        assertThat(store.redriven).hasSize(1);
        assertThat(store.left()).isEmpty();
    }

    @Test
    void sendsTheSameAgainAfterACrashBetweenSendAndDelete() {
        store.put(1, "notify", "a1");
        store.diesOnDelete = true;
        assertThatThrownBy(() -> redrive(LetterFilter.ALL, ADA)).isInstanceOf(OutOfMemoryError.class);

        store.diesOnDelete = false;
        redrive(LetterFilter.ALL, ADA);

        assertThat(store.left()).isEmpty();
        assertThat(store.redriven).extracting(RedrivenEvent::redrive).hasSize(2).containsOnly(
                new Redrive(1, "orders/shardId-0:0#notify"));
    }

    @Test
    void keepsToTheRate() {
        store.put(100, "notify", "a1");
        Instant start = now.get();

        operator(1).redrive(LetterFilter.ALL, new OperationOptions("ada", "", false, 20, 3), report -> {
        });

        assertThat(Duration.between(start, now.get())).isBetween(Duration.ofMillis(4_400), Duration.ofMillis(5_100));
    }

    @Test
    void redrivesTheBytesThatWereEditedLast() {
        String id = "orders/shardId-0:0#notify";
        store.put(1, "notify", "a1");
        store.notDeleted.put(id, 100);
        assertThatThrownBy(() -> operator.edit(id, new byte[] { 42 }, "ada")).isInstanceOf(LetterStoreException.class)
                .hasMessageContaining("the edited letter, which counts");
        store.notDeleted.clear();

        redrive(LetterFilter.ALL, ADA);

        assertThat(store.left()).isEmpty();
        assertThat(store.redriven).singleElement().satisfies(event -> assertThat(event.event().data()).containsExactly(42));
    }

    @Test
    void leavesANewerLetterThatComesAfterTheOlderOneWasRedriven() {
        store.put(15, "notify", "a1");
        StoredLetter older = letter(0, "notify", "a1");
        store.put(new StoredLetter(older.letter(), older.data(), Edit.NONE.next("ada", DIED), "", "", DIED, "orders"));

        OperationReport report = operator(1).redrive(LetterFilter.ALL, ADA, told::add);

        assertThat(report.failures()).singleElement().asString().contains("though it was edited after the other");
        assertThat(store.left()).singleElement().satisfies(letter -> assertThat(letter.edit().revision()).isEqualTo(1));
    }

    @Test
    void endsWhenTheRetryQueueTakesNothing() {
        store.put(300, "notify", "a1");
        store.notRedriven = event -> true;

        assertThatThrownBy(() -> redrive(LetterFilter.ALL, ADA)).isInstanceOf(LetterStoreException.class)
                .hasMessageContaining("takes nothing: the queue is full");
        assertThat(store.left()).hasSize(300);
        assertThat(told).last().satisfies(report -> assertThat(report.failed()).isPositive());
    }

    @Test
    void onlyTellsInADryRunWithoutWaiting() {
        store.put(100, "notify", "a1");
        Instant start = now.get();

        assertThat(redrive(LetterFilter.ALL, new OperationOptions("ada", "", true, 1, 3)).done()).isEqualTo(100);

        assertThat(now.get()).isEqualTo(start);
    }

    @Test
    void sendsNothingMoreOnceItIsStoppedHoweverLowTheRate() throws InterruptedException {
        store.put(100, "notify", "a1");
        CountDownLatch waiting = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        Sleeper sleeper = time -> {
            waiting.countDown();
            interrupted.await();
            now.updateAndGet(it -> it.plus(time));
        };
        LetterOperator slow = new LetterOperator(store,
                new LetterOperator.Surroundings(audit::add, new LineForm(), now::get, sleeper),
                new OperatorSettings(1, Duration.ofMinutes(15)));
        AtomicReference<OperationReport> result = new AtomicReference<>();
        Thread caller = new Thread(() -> result
                .set(slow.redrive(LetterFilter.ALL, new OperationOptions("ada", "", false, 0.01, 3), told::add)));
        caller.start();
        waiting.await();

        caller.interrupt();
        while (caller.isInterrupted() && caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        interrupted.countDown();
        caller.join();

        assertThat(result.get().complete()).isFalse();
        assertThat(store.redriven).hasSize(10);
        assertThat(store.left()).hasSize(90);
    }
}
