/** What happened in a simulated run, and the invariants that must hold of it; knows nothing of the engine. */
@NullMarked
package dev.punctual.testkit.simulation.history;

import org.jspecify.annotations.NullMarked;
