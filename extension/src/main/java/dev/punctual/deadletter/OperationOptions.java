package dev.punctual.deadletter;

/**
 * How letters are redriven or discarded.
 *
 * @param by who does it, for the audit
 * @param why the reason, for the audit; discarding needs one
 * @param dryRun whether to say only what would be done
 * @param perSecond the most letters in a second, above 0; {@link Double#POSITIVE_INFINITY} for as many as the queue takes
 * @param redriveLimit a letter that was redriven so often is quarantined: not redriven again, at least 1
 */
public record OperationOptions(String by, String why, boolean dryRun, double perSecond, int redriveLimit) {

    /** How often a letter is redriven before it is quarantined. */
    public static final int REDRIVE_LIMIT = 3;

    /**
     * @throws IllegalArgumentException if a number is out of range
     */
    public OperationOptions {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("the rate is " + perSecond + " letters a second; it must be above 0");
        }
        if (redriveLimit < 1) {
            throw new IllegalArgumentException("the redrive limit is " + redriveLimit + "; it must be at least 1");
        }
    }

    /** At full speed, and for real. */
    public static OperationOptions by(String who) {
        return new OperationOptions(who, "", false, Double.POSITIVE_INFINITY, REDRIVE_LIMIT);
    }
}
