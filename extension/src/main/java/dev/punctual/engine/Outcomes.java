package dev.punctual.engine;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.punctual.spi.Outcome;

/** What has become of a batch's items so far; safe for use by several threads. */
final class Outcomes {

    // Guarded by this.
    private final List<Share> shares = new ArrayList<>();
    private final @Nullable Outcome[] byItem;
    private int unfinished;

    Outcomes(int items) {
        this.byItem = new Outcome[items];
    }

    synchronized void track(Share share) {
        shares.add(share);
        unfinished++;
    }

    /** Sets a share's outcome, once; returns whether it was this call that did. */
    synchronized boolean settle(Share share, Outcome outcome) {
        if (share.finished) {
            return false;
        }
        share.finished = true;
        Outcome before = byItem[share.item];
        byItem[share.item] = before == null ? outcome : Outcome.join(before, outcome);
        return true;
    }

    /** To be called once for each share that was settled, when everybody has been told. */
    synchronized void told() {
        unfinished--;
    }

    /** How many shares are not through. */
    synchronized int unfinished() {
        return unfinished;
    }

    synchronized List<Share> left() {
        return shares.stream().filter(share -> !share.finished).toList();
    }

    synchronized List<Outcome> all() {
        List<Outcome> all = new ArrayList<>(byItem.length);
        for (Outcome outcome : byItem) {
            all.add(outcome == null ? new Outcome.ReturnedToSource("it was not looked at") : outcome);
        }
        return all;
    }
}
