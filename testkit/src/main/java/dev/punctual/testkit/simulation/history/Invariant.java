package dev.punctual.testkit.simulation.history;

import java.util.List;

/** Something that must hold of every history; pure. */
interface Invariant {

    List<Violation> violations(History history);
}
