package dev.punctual.testkit.simulation;

import java.util.Collection;
import java.util.SplittableRandom;

/**
 * Runs the engine in a simulated world, one seed after the other; a seed always gives the same history.
 *
 * <p>
 * For one thread; several simulations may run side by side. Close it to end its threads.
 */
public final class Simulation implements AutoCloseable {

    private final StrandPool pool = new StrandPool(StrandThreads.fastest());
    private final Wiring wiring;

    /** A simulation of the engine as it is. */
    public Simulation() {
        this(Wiring.FAITHFUL);
    }

    Simulation(Wiring wiring) {
        this.wiring = wiring;
        EngineLog.open();
    }

    /**
     * Runs until the world has come to rest.
     *
     * @throws IllegalStateException if the engine failed with an exception, or never comes to rest
     */
    public SimulationResult run(long seed) {
        return run(seed, Keep.all());
    }

    /**
     * Runs what is left of a seed's run when only some parts are kept.
     *
     * @param parts as a result's report names them
     * @throws IllegalStateException if the engine failed with an exception, or never comes to rest
     */
    public SimulationResult run(long seed, Collection<String> parts) {
        return run(seed, Keep.only(parts));
    }

    private SimulationResult run(long seed, Keep keep) {
        try {
            return run(seed, keep, World.of(seed, keep, wiring, pool));
        } catch (RuntimeException e) {
            throw new IllegalStateException("The simulation of seed " + seed + " broke off", e);
        }
    }

    /** Runs a plan of its own instead of a seed's. */
    SimulationResult run(Plan plan, long seed, Keep keep) {
        return run(seed, keep, new World(plan, new SplittableRandom(seed), keep, wiring, pool));
    }

    private static SimulationResult run(long seed, Keep keep, World world) {
        var history = world.run();
        return SimulationResult.of(seed, keep.used(), history);
    }

    /**
     * The smallest run of the same seed that was found to violate the same invariant as a result's first violation.
     *
     * @param failed a result of this simulation with a violation
     */
    public SimulationResult shrink(SimulationResult failed) {
        return new Shrinker(this).shrink(failed);
    }

    @Override
    public void close() {
        pool.close();
        EngineLog.release();
    }
}
