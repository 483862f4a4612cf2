package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Runs many seeds on several threads; what comes of it does not depend on how many.
 *
 * <p>
 * It stops at a failure, once every lower seed has been run. For one use.
 */
public final class Campaign {

    private final Wiring wiring;
    private final long end;
    private final int threads;
    private final Duration every;
    private final AtomicLong next;
    private final AtomicLong lowestFailure = new AtomicLong(Long.MAX_VALUE);

    /**
     * @param firstSeed the others follow it
     * @param histories how many to run
     * @param threads at least 1; the processors there are do best
     * @param every how often progress is told
     */
    public Campaign(long firstSeed, long histories, int threads, Duration every) {
        this(Wiring.FAITHFUL, firstSeed, histories, threads, every);
    }

    Campaign(Wiring wiring, long firstSeed, long histories, int threads, Duration every) {
        if (threads < 1) {
            throw new IllegalArgumentException("Campaign: threads must be at least 1, was " + threads);
        }
        this.wiring = wiring;
        this.next = new AtomicLong(firstSeed);
        this.end = firstSeed + histories;
        this.threads = threads;
        this.every = every;
    }

    /**
     * Runs to the end or to the first failure.
     *
     * @param progress told now and then what has been run so far, on the calling thread
     * @throws IllegalStateException if a simulation broke off
     * @throws InterruptedException if the calling thread is interrupted; runs under way end first
     */
    public CampaignResult run(Consumer<Summary> progress) throws InterruptedException {
        var done = new CountDownLatch(threads);
        var shares = IntStream.range(0, threads).mapToObj(i -> new Share(done)).toList();
        shares.forEach(share -> new Thread(share, "punctual-simulation").start());
        try {
            while (!done.await(every.toNanos(), TimeUnit.NANOSECONDS)) {
                progress.accept(sum(shares));
            }
        } finally {
            lowestFailure.accumulateAndGet(Long.MIN_VALUE, Math::min);
        }
        shares.forEach(Share::throwFailure);
        var failure = shares.stream().flatMap(share -> share.failure.stream())
                .min(Comparator.comparingLong(SimulationResult::seed));
        return new CampaignResult(sum(shares), failure);
    }

    private static Summary sum(Iterable<Share> shares) {
        var sum = Summary.NONE;
        for (var share : shares) {
            sum = sum.plus(share.summary);
        }
        return sum;
    }

    /** One thread's part of the seeds. */
    private final class Share implements Runnable {

        private final CountDownLatch done;
        private volatile Summary summary = Summary.NONE;
        private volatile Optional<SimulationResult> failure = Optional.empty();
        private volatile Optional<Throwable> broken = Optional.empty();

        private Share(CountDownLatch done) {
            this.done = done;
        }

        @Override
        public void run() {
            try (var simulation = new Simulation(wiring)) {
                for (long seed = next.getAndIncrement(); seed < end && seed < lowestFailure.get(); seed = next
                        .getAndIncrement()) {
                    run(simulation, seed);
                }
            } catch (RuntimeException | Error e) {
                broken = Optional.of(e);
                lowestFailure.set(Long.MIN_VALUE);
            } finally {
                done.countDown();
            }
        }

        private void run(Simulation simulation, long seed) {
            var result = simulation.run(seed);
            if (result.violations().isEmpty()) {
                summary = summary.plus(Summary.of(result.history()));
            } else {
                lowestFailure.accumulateAndGet(seed, Math::min);
                failure = failure.filter(before -> before.seed() < seed).or(() -> Optional.of(result));
            }
        }

        private void throwFailure() {
            broken.ifPresent(cause -> {
                throw new IllegalStateException("a simulation broke off", cause);
            });
        }
    }
}
