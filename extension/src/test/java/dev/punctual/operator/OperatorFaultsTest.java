package dev.punctual.operator;

import static dev.punctual.operator.FakeLetterStore.DIED;
import static dev.punctual.operator.FakeLetterStore.letter;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.AuditLog;
import dev.punctual.spi.LetterStore;
import dev.punctual.spi.LetterStoreException;
import dev.punctual.spi.RedrivenEvent;

/** Redrives of a queue that fails at random, several of them one after the other; the seed tells how. */
class OperatorFaultsTest {

    private static final int HISTORIES = 1_000;
    private static final OperationOptions ADA = OperationOptions.by("ada");

    /** One queue, and what was done with it. */
    private static final class History {
        private final Random random;
        private final FakeLetterStore store = new FakeLetterStore();
        private final List<AuditLog.Entry> audit = Collections.synchronizedList(new ArrayList<>());
        private final AtomicReference<Instant> now = new AtomicReference<>(DIED.plusSeconds(1_000));
        private final Map<String, StoredLetter> letters = new HashMap<>();

        History(long seed) {
            random = new Random(seed);
            int count = 1 + random.nextInt(60);
            for (int i = 0; i < count; i++) {
                int lives = random.nextInt(OperationOptions.REDRIVE_LIMIT + 2);
                StoredLetter letter = letter(i, "notify", "a1", lives == 0 ? Redrive.NONE : new Redrive(lives, "before-" + i),
                        LetterData.INLINE);
                letters.put(letter.letter().id(), letter);
                store.put(letter);
            }
        }

        /** Returns how many letters the report says it redrove; nothing is known where it ended with an error. */
        void redrive(LetterStore through) {
            LetterOperator operator = new LetterOperator(through, new LetterOperator.Surroundings(audit::add,
                    new OperatorFixture.LineForm(), now::get, time -> now.updateAndGet(it -> it.plus(time))),
                    new OperatorSettings(1 + random.nextInt(4), Duration.ofMinutes(15)));
            int before = store.left().size();
            try {
                long done = operator.redrive(LetterFilter.ALL, ADA, report -> {
                }).done();
                assertThat(before - store.left().size()).as("removed").isGreaterThanOrEqualTo((int) done);
            } catch (LetterStoreException | FlakyLetterStore.Crash failed) {
                assertThat(failed).as("tells what failed").isNotNull();
            }
        }

        void verify() {
            Set<String> left = store.left().stream().map(letter -> letter.letter().id()).collect(Collectors.toSet());
            Set<String> sent = store.redriven.stream().map(event -> event.redrive().previousLetter())
                    .collect(Collectors.toSet());
            Set<String> audited = audit.stream().map(AuditLog.Entry::letter).collect(Collectors.toSet());
            for (StoredLetter letter : letters.values()) {
                String id = letter.letter().id();
                assertThat(left.contains(id) || sent.contains(id)).as("%s is not lost", id).isTrue();
                assertThat(left.contains(id) || audited.contains(id)).as("%s went with an entry", id).isTrue();
                if (isQuarantined(letter)) {
                    assertThat(left).as("is quarantined").contains(id);
                    assertThat(sent).as("is quarantined").doesNotContain(id);
                }
            }
            for (RedrivenEvent event : store.redriven) {
                int lives = letters.get(event.redrive().previousLetter()).letter().redrive().count();
                assertThat(event.redrive().count()).as("lives").isEqualTo(lives + 1);
            }
        }

        void verifyThatAllIsDone() {
            assertThat(store.left()).as("what is left is quarantined").allMatch(History::isQuarantined);
        }

        private static boolean isQuarantined(StoredLetter letter) {
            return letter.letter().redrive().count() >= OperationOptions.REDRIVE_LIMIT;
        }
    }

    @Test
    void losesNoLetterWhateverFails() {
        int sentTwice = 0;
        for (long seed = 0; seed < HISTORIES; seed++) {
            try {
                sentTwice += history(seed);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
        assertThat(sentTwice).as("histories in which a crash or a lost answer had an event sent twice").isPositive();
    }

    private static int history(long seed) {
        History history = new History(seed);
        double rate = history.random.nextDouble() * 0.5;
        double crashes = history.random.nextInt(3) == 0 ? 0.05 : 0;
        for (int run = 0; run < 1 + history.random.nextInt(3); run++) {
            history.redrive(new FlakyLetterStore(history.store, history.random, rate, crashes));
            history.verify();
            history.store.endHolds();
        }
        history.redrive(history.store);
        history.verify();
        history.verifyThatAllIsDone();
        return history.store.redriven.size() > history.store.redriven.stream().map(RedrivenEvent::redrive).distinct().count()
                ? 1
                : 0;
    }
}
