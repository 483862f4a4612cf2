package dev.punctual.publish;

/** What one call and one put unit hold, by the Kinesis service quotas and pricing. */
final class PutLimits {

    /** The records of one call. */
    static final int CALL_RECORDS = 500;
    /** The bytes of one call, partition keys included. */
    static final int CALL_BYTES = 10 << 20;
    /** The bytes of a put payload unit, which each record is rounded up to: 25 KB, of 1,024 bytes. */
    static final int UNIT_BYTES = 25 * 1024;

    private PutLimits() {
    }

    /** The put units of a record of so many bytes. */
    static int units(int bytes) {
        return Math.max(1, (bytes + UNIT_BYTES - 1) / UNIT_BYTES);
    }
}
