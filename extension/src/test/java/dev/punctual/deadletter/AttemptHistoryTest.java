package dev.punctual.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

class AttemptHistoryTest {

    private static Attempt attempt(int number) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z").plusSeconds(number);
        return new Attempt(number, start, start.plusMillis(5), "orders-stream", "request-" + number,
                new Failure("java.lang.IllegalStateException", "down", "0123456789ab"));
    }

    private static AttemptHistory of(int attempts) {
        return IntStream.rangeClosed(1, attempts).mapToObj(AttemptHistoryTest::attempt).reduce(AttemptHistory.NONE,
                AttemptHistory::plus, (a, b) -> b);
    }

    private static List<Integer> numbers(AttemptHistory history) {
        return history.kept().stream().map(Attempt::number).toList();
    }

    @Test
    void startsEmpty() {
        assertThat(AttemptHistory.NONE.count()).isZero();
        assertThat(AttemptHistory.NONE.kept()).isEmpty();
    }

    @Test
    void keepsEveryAttemptUpToTheLimit() {
        AttemptHistory history = of(AttemptHistory.LIMIT);

        assertThat(history.count()).isEqualTo(32);
        assertThat(numbers(history)).isEqualTo(IntStream.rangeClosed(1, 32).boxed().toList());
    }

    @Test
    void dropsTheSecondOldestBeyondTheLimit() {
        AttemptHistory history = of(AttemptHistory.LIMIT + 1);

        assertThat(history.count()).isEqualTo(33);
        assertThat(numbers(history)).hasSize(32).startsWith(1, 3).endsWith(32, 33);
    }

    @Test
    void countsAllAndKeepsTheFirstAndTheLatest() {
        AttemptHistory history = of(1_000);

        assertThat(history.count()).isEqualTo(1_000);
        assertThat(numbers(history)).hasSize(32).startsWith(1, 970).endsWith(999, 1_000).isSorted();
    }

    @Test
    void leavesTheHistoryItComesFromAsItWas() {
        AttemptHistory one = of(1);

        AttemptHistory two = one.plus(attempt(2));

        assertThat(numbers(one)).containsExactly(1);
        assertThat(numbers(two)).containsExactly(1, 2);
    }

    @Test
    void doesNotChangeWithTheListItWasMadeOf() {
        List<Attempt> attempts = new ArrayList<>(List.of(attempt(1)));
        AttemptHistory history = new AttemptHistory(1, attempts);

        attempts.clear();

        assertThat(numbers(history)).containsExactly(1);
    }
}
