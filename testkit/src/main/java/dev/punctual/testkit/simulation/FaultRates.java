package dev.punctual.testkit.simulation;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * How often things go wrong while faults last; probabilities but for the last.
 *
 * @param kill the process dies, at each I/O boundary and in each attempt
 * @param throttle an invocation is throttled
 * @param duplicate a batch is delivered to two invocations
 * @param lostAnswer an answer does not reach the mapping
 * @param send a send fails, half-fails, or succeeds and reports a failure
 * @param slowSend a send takes up to seconds
 * @param handler an attempt fails
 * @param slowHandler an attempt takes up to seconds
 * @param stuck an attempt never returns
 * @param calls a call of the platform to stream or queue fails
 * @param reshard the stream is resharded, each second
 * @param skew how wrong an arrival is stamped at most, either way
 */
record FaultRates(double kill, double throttle, double duplicate, double lostAnswer, double send, double slowSend,
        double handler, double slowHandler, double stuck, double calls, double reshard, Duration skew) {

    static FaultRates draw(RandomGenerator random) {
        return new FaultRates(rate(random, 0.08), rate(random, 0.3), rate(random, 0.2), rate(random, 0.2), rate(random, 0.4),
                rate(random, 0.3), rate(random, 0.7), rate(random, 0.4), rate(random, 0.08), rate(random, 0.3),
                rate(random, 0.15), Duration.ofMillis(random.nextBoolean() ? 0 : random.nextInt(5_000)));
    }

    // Absent as often as not, so that the others are also seen without it.
    private static double rate(RandomGenerator random, double most) {
        return random.nextBoolean() ? 0 : random.nextDouble() * most;
    }
}
