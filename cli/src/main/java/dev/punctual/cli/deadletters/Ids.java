package dev.punctual.cli.deadletters;

import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.punctual.DeadLetters;
import dev.punctual.cli.outcome.Refusal;
import dev.punctual.cli.show.ShortId;
import dev.punctual.deadletter.LetterFilter;

/** Finds out which letter a short id means. */
final class Ids {

    private Ids() {
    }

    /**
     * The whole id; one that is not short is what it is.
     *
     * @throws Refusal if no letter has a short id, or several have
     */
    static @Nullable String whole(DeadLetters letters, @Nullable String id) {
        return id == null ? null : ofPerson(letters, id);
    }

    /** The same, where there is an id. */
    static String ofPerson(DeadLetters letters, String id) {
        if (!ShortId.is(id)) {
            return id;
        }
        TreeSet<String> found = new TreeSet<>();
        letters.browse(LetterFilter.ALL, stored -> {
            if (ShortId.of(stored.letter().id()).equals(id)) {
                found.add(stored.letter().id());
            }
            return true;
        });
        if (found.isEmpty()) {
            throw Refusal.notFound(id);
        }
        if (found.size() > 1) {
            throw new Refusal("The short id " + id + " means " + found.size() + " letters; give one's whole id: "
                    + String.join(" ", found));
        }
        return found.first();
    }
}
