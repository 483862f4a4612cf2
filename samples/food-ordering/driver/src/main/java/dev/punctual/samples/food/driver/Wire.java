package dev.punctual.samples.food.driver;

import dev.punctual.spi.PutUnits;

/**
 * What the stream took, as Kinesis counts and bills it.
 *
 * @param records records, each aggregate one
 * @param events events in them
 * @param bytes of the records' data
 * @param putUnits PUT payload units: 25 KB of a record's data each, the last one rounded up
 * @see <a href="https://aws.amazon.com/kinesis/data-streams/pricing/">Amazon Kinesis Data Streams pricing</a>
 */
record Wire(int records, int events, long bytes, long putUnits) {

    static final Wire NOTHING = new Wire(0, 0, 0, 0);

    private static final int MILLION = 1_000_000;

    /** With one record more. */
    Wire plus(int size, int eventsInIt) {
        return new Wire(records + 1, events + eventsInIt, bytes + size,
                putUnits + PutUnits.of(size));
    }

    double bytesPerEvent() {
        return events == 0 ? 0 : (double) bytes / events;
    }

    double putUnitsPerMillionEvents() {
        return events == 0 ? 0 : (double) putUnits * MILLION / events;
    }
}
