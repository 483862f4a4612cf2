package dev.punctual.testkit.simulation.history;

import java.util.List;

/** 13: payload bytes never appear in the engine's log. */
final class NothingLeaked implements Invariant {

    @Override
    public List<Violation> violations(History history) {
        return history.of(Happening.Leaked.class).stream()
                .map(leak -> new Violation(13, leak.event(), "bytes of a payload are in the engine's log")).toList();
    }
}
