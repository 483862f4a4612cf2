package dev.punctual.operator;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.StoredLetter;

/** Letters by their cause; used by one thread at a time. */
final class Groups {

    private final Map<LetterGroup.Key, LetterGroup> groups = new HashMap<>();

    void add(StoredLetter letter) {
        LetterGroup.Key key = LetterGroup.Key.of(letter.letter());
        Instant died = letter.letter().diedAt();
        LetterGroup before = groups.get(key);
        if (before == null) {
            groups.put(key, new LetterGroup(key, 1, died, died, letter.withoutData()));
            return;
        }
        boolean isLast = !died.isBefore(before.lastSeen());
        groups.put(key, new LetterGroup(key, before.count() + 1, died.isBefore(before.firstSeen()) ? died : before.firstSeen(),
                isLast ? died : before.lastSeen(), isLast ? letter.withoutData() : before.example()));
    }

    /** Those with most letters first, then the latest. */
    List<LetterGroup> sorted() {
        return groups.values().stream().sorted(Comparator.comparingLong(LetterGroup::count)
                .thenComparing(LetterGroup::lastSeen).reversed()).toList();
    }
}
