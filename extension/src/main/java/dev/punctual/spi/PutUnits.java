package dev.punctual.spi;

/**
 * What Kinesis bills records by.
 *
 * @see <a href="https://aws.amazon.com/kinesis/data-streams/pricing/">Amazon Kinesis Data Streams pricing</a>
 */
public final class PutUnits {

    /** The bytes of a PUT payload unit: 25 KB, of 1,024 bytes each. */
    public static final int BYTES = 25 * 1_024;

    private PutUnits() {
    }

    /** The units of a record of so many bytes: rounded up, and at least one. */
    public static int of(int bytes) {
        return Math.max(1, (bytes + BYTES - 1) / BYTES);
    }
}
