package dev.punctual.publish;

/** What one call holds, by the Kinesis service quotas. */
final class PutLimits {

    /** The records of one call. */
    static final int CALL_RECORDS = 500;
    /** The bytes of one call, partition keys included. */
    static final int CALL_BYTES = 10 << 20;

    private PutLimits() {
    }
}
