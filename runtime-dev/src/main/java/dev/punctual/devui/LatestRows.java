package dev.punctual.devui;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

import dev.punctual.deadletter.DeadLetter;

/** Keeps the latest of many letters, in the memory of one page. Not thread-safe. */
final class LatestRows {

    private record Dated(Instant diedAt, LetterRow row) {
    }

    private static final Comparator<Dated> OLDEST_FIRST = Comparator.comparing(Dated::diedAt)
            .thenComparing(dated -> dated.row().id());

    private final PriorityQueue<Dated> latest = new PriorityQueue<>(OLDEST_FIRST);
    private long count;

    void add(DeadLetter letter) {
        count++;
        latest.add(new Dated(letter.diedAt(), LetterRow.of(letter)));
        if (latest.size() > LetterPage.LIMIT) {
            latest.remove();
        }
    }

    LetterPage page() {
        List<Dated> sorted = new ArrayList<>(latest);
        sorted.sort(OLDEST_FIRST.reversed());
        return new LetterPage(sorted.stream().map(Dated::row).toList(), count);
    }
}
