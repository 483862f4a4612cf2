package dev.punctual.operator;

import static dev.punctual.operator.FakeLetterStore.DIED;
import static dev.punctual.operator.FakeLetterStore.letter;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.AuditLog;
import dev.punctual.spi.LetterStoreException;

class LetterOperatorTest extends OperatorFixture {

    @Test
    void showsEachLetterOnceAndConsumesNone() {
        store.put(137, "notify", "a1");
        Set<String> seen = ConcurrentHashMap.newKeySet();

        OperationReport report = operator.browse(LetterFilter.ALL, letter -> seen.add(letter.messageId()));

        assertThat(seen).hasSize(137);
        assertThat(report).isEqualTo(new OperationReport(137, 137, 0, 0, List.of(), true));
        assertThat(store.left()).hasSize(137);
    }

    @Test
    void stopsWhenTheVisitorHasSeenEnough() {
        store.put(500, "notify", "a1");
        List<StoredLetter> seen = new ArrayList<>();

        OperationReport report = operator.browse(LetterFilter.ALL, letter -> {
            seen.add(letter);
            return seen.size() < 3;
        });

        assertThat(seen).hasSize(3);
        assertThat(report.complete()).isFalse();
        assertThat(report.seen()).isLessThan(500);
    }

    @Test
    void countsALetterOnceThatComesBackInTheMiddle() {
        store.put(30, "notify", "a1");
        List<StoredLetter> seen = new ArrayList<>();

        operator(1).browse(LetterFilter.ALL, letter -> {
            if (seen.size() == 15) {
                store.endHolds();
            }
            return seen.add(letter);
        });

        assertThat(seen).extracting(StoredLetter::messageId).doesNotHaveDuplicates().hasSize(30);
    }

    @Test
    void groupsLettersByTheirCauseAndKeepsNoBytes() {
        store.put(12, "notify", "a1");
        store.put(30, "notify", "b2");
        store.put(5, "confirm", "a1");

        List<LetterGroup> groups = operator.groups(LetterFilter.ALL);

        assertThat(groups).extracting(LetterGroup::key, LetterGroup::count).containsExactly(
                tuple(new LetterGroup.Key("notify", Reason.ATTEMPTS, "b2"), 30L),
                tuple(new LetterGroup.Key("notify", Reason.ATTEMPTS, "a1"), 12L),
                tuple(new LetterGroup.Key("confirm", Reason.ATTEMPTS, "a1"), 5L));
        assertThat(groups.get(0).firstSeen()).isEqualTo(DIED.plusSeconds(12));
        assertThat(groups.get(0).lastSeen()).isEqualTo(DIED.plusSeconds(41));
        assertThat(groups.get(0).example().letter().event().data()).isEmpty();
    }

    @Test
    void findsWhatTheFilterAsksFor() {
        store.put(20, "notify", "a1");
        LetterFilter late = new LetterFilter(Optional.empty(), Optional.of("notify"), Optional.of(Reason.ATTEMPTS),
                Optional.of("a1"), Optional.of("placed"), Optional.empty(), Optional.of(DIED.plusSeconds(5)),
                Optional.of(DIED.plusSeconds(8)));
        List<String> events = new ArrayList<>();

        operator.browse(late, letter -> events.add(letter.letter().eventId()));

        assertThat(events).containsExactlyInAnyOrder("event-5", "event-6", "event-7");
    }

    @Test
    void waitsForAQueueThatIsBusy() {
        store.put(5, "notify", "a1");
        store.refusedReceives = 4;

        assertThat(operator(1).groups(LetterFilter.ALL)).singleElement().extracting(LetterGroup::count).isEqualTo(5L);
    }

    @Test
    void givesUpOnAQueueThatRefusesToTheEnd() {
        store.refusedReceives = 1_000;

        assertThatThrownBy(() -> operator.groups(LetterFilter.ALL)).isInstanceOf(LetterStoreException.class)
                .hasMessage("throttled");
        store.refusedReceives = 0;
    }

    @Test
    void releasesEverythingFromAQueueThatIsBusy() {
        store.put(45, "notify", "a1");
        store.refusedReleases = 4;

        assertThat(operator.browse(LetterFilter.ALL, letter -> true).failures()).isEmpty();
    }

    @Test
    void saysHowManyLettersItCouldNotRelease() {
        store.put(8, "notify", "a1");
        store.refusedReleases = 5;

        assertThat(operator(1).browse(LetterFilter.ALL, letter -> true).failures()).singleElement().asString()
                .contains("8 letters could not be released").contains("throttled");
        store.endHolds();
    }

    @Test
    void doesNotTakeAQueueForEmptyThatLetsNoMoreBeHeld() {
        store.put(119_100, "notify", "a1");
        store.mostHeld = 119_050;

        OperationReport report = operator.browse(LetterFilter.ALL, letter -> true);
        store.mostHeld = Integer.MAX_VALUE;

        assertThat(report.complete()).isFalse();
        assertThat(report.failures()).singleElement().asString().contains("there may be more");
    }

    @Test
    void releasesEverythingWhenAVisitorFails() {
        store.put(45, "notify", "a1");

        assertThatThrownBy(() -> operator.browse(LetterFilter.ALL, letter -> {
            throw new IllegalStateException("the terminal is gone");
        })).hasMessage("the terminal is gone");
    }

    @Test
    void stopsAndReleasesWhenItsThreadIsInterrupted() throws InterruptedException {
        store.put(400, "notify", "a1");
        CountDownLatch started = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        AtomicReference<OperationReport> result = new AtomicReference<>();
        Thread caller = new Thread(() -> result.set(operator(1).browse(LetterFilter.ALL, letter -> {
            started.countDown();
            try {
                interrupted.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("workers are not interrupted", e);
            }
            return true;
        })));
        caller.start();
        started.await();

        caller.interrupt();
        while (caller.isInterrupted() && caller.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        interrupted.countDown();
        caller.join();

        assertThat(result.get().complete()).isFalse();
    }

    @Test
    void replacesTheBytesAndRemembersWho() {
        store.put(3, "notify", "a1");
        String id = "orders/shardId-0:1#notify";

        StoredLetter edited = operator.edit(id, new byte[] { 42 }, "ada").orElseThrow();

        assertThat(edited.edit().revision()).isEqualTo(1);
        assertThat(edited.edit().by()).isEqualTo("ada");
        assertThat(store.left()).hasSize(3);
        assertThat(operator.data(operator.find(id).orElseThrow())).containsExactly(42);
        assertThat(audit).extracting(AuditLog.Entry::action).containsExactly("edit");
    }

    @Test
    void takesTheNewerOfTwoAfterAnEditThatCrashed() {
        store.put(1, "notify", "a1");
        String id = "orders/shardId-0:0#notify";
        store.diesOnDelete = true;
        assertThatThrownBy(() -> operator.edit(id, new byte[] { 42 }, "ada")).isInstanceOf(OutOfMemoryError.class);
        store.diesOnDelete = false;

        assertThat(store.left()).hasSize(2);
        assertThat(operator.data(operator.find(id).orElseThrow())).containsExactly(42);

        operator.edit(id, new byte[] { 43 }, "ada");
        assertThat(store.left()).singleElement().extracting(letter -> letter.edit().revision()).isEqualTo(2);
    }

    @Test
    void editsNothingThatIsNotThere() {
        assertThat(operator.edit("nothing", new byte[0], "ada")).isEmpty();
        assertThat(operator.find("nothing")).isEmpty();
    }

    @Test
    void discardsWithAReasonOnly() {
        store.put(12, "notify", "a1");

        assertThatThrownBy(() -> operator.discard(LetterFilter.ALL, ADA, told::add))
                .isInstanceOf(IllegalArgumentException.class).hasMessageContaining("reason");
        OperationReport report = operator.discard(LetterFilter.ALL,
                new OperationOptions("ada", "test orders", false, Double.POSITIVE_INFINITY, 3), told::add);

        assertThat(report.done()).isEqualTo(12);
        assertThat(store.left()).isEmpty();
        assertThat(store.redriven).isEmpty();
        assertThat(audit).hasSize(12).allSatisfy(entry -> assertThat(entry.detail()).isEqualTo("test orders"));
    }

    @Test
    void exportsTheOthersWhereTheBytesOfOneCannotBeHad() {
        store.put(2, "notify", "a1");
        store.put(letter(2, "notify", "a1", Redrive.NONE, new LetterData.Missing("the object is gone")));
        List<String> lines = new ArrayList<>();

        OperationReport report = operator.export(LetterFilter.ALL, lines::add, told::add);

        assertThat(lines).hasSize(2);
        assertThat(report.done()).isEqualTo(2);
        assertThat(report.failures()).singleElement().asString().contains("cannot be exported: the object is gone");
        assertThat(told).last().isEqualTo(report);
    }

    @Test
    void importsWhatItExported() {
        store.put(23, "notify", "a1");
        List<String> lines = new ArrayList<>();
        operator.export(LetterFilter.ALL, lines::add, told::add);
        operator.discard(LetterFilter.ALL, new OperationOptions("ada", "moved", false, 1e9, 3), told::add);

        OperationReport report = operator.importFrom(Stream.concat(lines.stream(), Stream.of("rubbish")), ADA, told::add);

        assertThat(report.done()).isEqualTo(23);
        assertThat(report.failures()).containsExactly("line 24 is no exported letter: it has no bytes");
        assertThat(store.left()).extracting(letter -> letter.letter().eventId()).doesNotHaveDuplicates().hasSize(23);
    }

    @Test
    void addsWhatItHasReadWhenItsThreadIsInterrupted() {
        store.put(3, "notify", "a1");
        List<String> lines = new ArrayList<>();
        operator.export(LetterFilter.ALL, lines::add, told::add);
        operator.discard(LetterFilter.ALL, new OperationOptions("ada", "moved", false, 1e9, 3), told::add);

        OperationReport report = operator
                .importFrom(lines.stream().peek(line -> Thread.currentThread().interrupt()), ADA, told::add);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(report.complete()).isFalse();
        assertThat(report.done()).isEqualTo(1);
        assertThat(store.left()).hasSize(1);
    }
}
