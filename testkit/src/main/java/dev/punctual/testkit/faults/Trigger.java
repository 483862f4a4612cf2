package dev.punctual.testkit.faults;

import java.util.function.Predicate;

/** When a fault strikes, among the calls its rule looks at; those are counted from 1, from the moment the rule is ordered. */
public sealed interface Trigger {

    /** Strikes each call. */
    record Always() implements Trigger {
    }

    /**
     * Strikes each call with a probability.
     *
     * @param probability 0–1
     */
    record Rate(double probability) implements Trigger {

        public Rate {
            if (!(probability >= 0 && probability <= 1)) {
                throw new IllegalArgumentException("Trigger.Rate: probability must be 0 to 1, was " + probability);
            }
        }
    }

    /**
     * Strikes a run of calls.
     *
     * @param first the first call struck, from 1
     * @param count how many calls are struck
     */
    record Run(long first, long count) implements Trigger {

        public Run {
            if (first < 1 || count < 1) {
                throw new IllegalArgumentException(
                        "Trigger.Run: first and count must be 1 or more, were " + first + " and " + count);
            }
        }
    }

    /** Strikes the calls for which a predicate holds; it is asked once per call, in order. */
    record When(Predicate<Call> predicate) implements Trigger {
    }

    /** Strikes each call. */
    static Trigger always() {
        return new Always();
    }

    /** Strikes each call with this probability, 0–1. */
    static Trigger rate(double probability) {
        return new Rate(probability);
    }

    /** Strikes the n-th call only, from 1. */
    static Trigger call(long n) {
        return new Run(n, 1);
    }

    /** Strikes the next calls, this many. */
    static Trigger next(long count) {
        return new Run(1, count);
    }

    /** Strikes the calls for which the predicate holds. */
    static Trigger when(Predicate<Call> predicate) {
        return new When(predicate);
    }
}
