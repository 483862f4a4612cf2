package dev.punctual.testkit.simulation;

/**
 * Runs the engine in a simulated world, one seed after the other; a seed always gives the same history.
 *
 * <p>
 * For one thread; runs of several simulations must not overlap, since they listen to the engine's log. Close it to end its
 * threads.
 */
public final class Simulation implements AutoCloseable {

    private final StrandPool pool = new StrandPool();
    private final Wiring wiring;

    /** A simulation of the engine as it is. */
    public Simulation() {
        this(Wiring.FAITHFUL);
    }

    Simulation(Wiring wiring) {
        this.wiring = wiring;
    }

    /**
     * Runs until the world has come to rest.
     *
     * @throws IllegalStateException if the engine failed with an exception, or never comes to rest
     */
    public SimulationResult run(long seed) {
        try {
            return SimulationResult.of(seed, new World(seed, wiring, pool).run());
        } catch (RuntimeException e) {
            throw new IllegalStateException("The simulation of seed " + seed + " broke off", e);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
