package dev.punctual.testkit.simulation;

import java.util.Locale;

/** What can strike a run at any time while faults last. */
enum FaultKind {

    /** The process dies, at each I/O boundary and in each attempt. */
    KILL(0.08),
    /** An invocation is throttled. */
    THROTTLE(0.3),
    /** A batch is delivered to two invocations. */
    DUPLICATE(0.2),
    /** An answer does not reach the mapping. */
    LOST_ANSWER(0.2),
    /** A send fails, half-fails, or succeeds and reports a failure. */
    SEND(0.4),
    /** A send takes up to seconds. */
    SLOW_SEND(0.3),
    /** An attempt fails. */
    HANDLER(0.7),
    /** An attempt takes up to seconds. */
    SLOW_HANDLER(0.4),
    /** An attempt never returns. */
    STUCK(0.08),
    /** A call of the platform to stream or queue fails. */
    CALLS(0.3),
    /** The iterator of a read has expired. */
    EXPIRED_ITERATOR(0.1),
    /** A write to the ledger is not made. */
    LEDGER_WRITE(0.2),
    /** A write to the ledger is made, and its answer is lost or comes from a second try. */
    LEDGER_ANSWER(0.2),
    /** A call of the ledger fails as a whole. */
    LEDGER_CALL(0.15),
    /** A call of the ledger takes up to seconds. */
    SLOW_LEDGER(0.15),
    /** The effects of a transaction are refused. */
    EFFECTS_REFUSED(0.3),
    /** The ledger goes out of reach for seconds, each second. */
    LEDGER_OUTAGE(0.1),
    /** The stream is resharded, each second. */
    RESHARD(0.15);

    private final double most;

    FaultKind(double most) {
        this.most = most;
    }

    /** The highest probability with which it is drawn to strike. */
    double most() {
        return most;
    }

    /** The part of a run that its n-th strike is. */
    String part(int strike) {
        return name().toLowerCase(Locale.ROOT).replace('_', '-') + '-' + strike;
    }
}
