package dev.punctual.testkit.faults;

import java.time.Duration;
import java.util.Set;
import java.util.function.IntPredicate;

/** What goes wrong when a fault strikes. */
public sealed interface Fault {

    /** The service refuses the call as it does when its limits are exceeded. */
    record Throttle() implements Fault {
    }

    /**
     * The service refuses the call with an error.
     *
     * @param code AWS's error code
     * @param httpStatus 400–599
     */
    record Refuse(String code, String message, int httpStatus) implements Fault {

        public Refuse {
            if (httpStatus < 400 || httpStatus > 599) {
                throw new IllegalArgumentException("Fault.Refuse: httpStatus must be 400 to 599, was " + httpStatus);
            }
        }
    }

    /**
     * Chosen entries of a batch fail while the others succeed; batch operations only.
     *
     * @param which told the index of an entry, from 0
     * @param code AWS's error code in the entry's result
     */
    record FailEntries(IntPredicate which, String code, String message) implements Fault {
    }

    /**
     * Each entry of a batch fails with a probability; batch operations only.
     *
     * @param share of entries that fail, 0–1
     * @param code AWS's error code in the entry's result
     */
    record FailShare(double share, String code, String message) implements Fault {

        public FailShare {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("Fault.FailShare: share must be 0 to 1, was " + share);
            }
        }
    }

    /**
     * The answer comes late; who serves the call waits, the model does not.
     *
     * @param delay zero or more; several latencies that strike one call add up
     */
    record Latency(Duration delay) implements Fault {

        public Latency {
            if (delay.isNegative()) {
                throw new IllegalArgumentException("Fault.Latency: delay must be zero or more, was " + delay);
            }
        }
    }

    /**
     * The call takes effect, but the connection breaks in the middle of its answer: its caller cannot know. Who serves the call
     * cuts, so a model without a wire takes no notice.
     */
    record CutOff() implements Fault {
    }

    /** Refuses the call as the service does when its limits are exceeded. */
    static Fault throttle() {
        return new Throttle();
    }

    /** The service fails with HTTP 500 and {@code InternalFailure}, which SDK clients retry. */
    static Fault internalFailure() {
        return new Refuse("InternalFailure", "The request processing has failed because of an unknown error (ordered fault).",
                500);
    }

    /** Fails the entries with these indexes, from 0, with {@code InternalFailure}. */
    static Fault failEntries(Integer... indexes) {
        var chosen = Set.of(indexes);
        return new FailEntries(chosen::contains, "InternalFailure", "Internal service failure (ordered fault).");
    }

    /** Fails this share of entries, 0–1, with {@code InternalFailure}. */
    static Fault failShare(double share) {
        return new FailShare(share, "InternalFailure", "Internal service failure (ordered fault).");
    }

    /** The call takes effect, but the connection breaks in the middle of its answer. */
    static Fault cutOff() {
        return new CutOff();
    }

    /** Delays the answer. */
    static Fault latency(Duration delay) {
        return new Latency(delay);
    }
}
