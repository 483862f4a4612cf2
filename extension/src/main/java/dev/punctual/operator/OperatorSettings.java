package dev.punctual.operator;

import java.time.Duration;

/**
 * How an operation goes through a queue.
 *
 * @param workers how many threads receive letters at once, 1 to 100
 * @param hold how long letters are held at most: a longer pass sees those again that it let go of, 1 s to 12 h
 */
public record OperatorSettings(int workers, Duration hold) {

    private static final int MOST_WORKERS = 100;
    private static final Duration LONGEST_HOLD = Duration.ofHours(12);

    /** Four threads, and a quarter of an hour. */
    public static final OperatorSettings DEFAULT = new OperatorSettings(4, Duration.ofMinutes(15));

    /**
     * @throws IllegalArgumentException if a value is out of range
     */
    public OperatorSettings {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new IllegalArgumentException("workers: " + workers + " is out of range; set 1 to " + MOST_WORKERS);
        }
        if (hold.compareTo(Duration.ofSeconds(1)) < 0 || hold.compareTo(LONGEST_HOLD) > 0) {
            throw new IllegalArgumentException("hold: " + hold + " is out of range; set 1 s to 12 h, as SQS does");
        }
    }
}
