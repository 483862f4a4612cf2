package dev.punctual.spi;

/**
 * Is told what happens to published events, for metrics and tests.
 *
 * <p>
 * Called by several threads at once; what it throws is logged and changes nothing. It must be quick: events wait for it.
 */
public interface PublishListener {

    /** Listens to nothing. */
    PublishListener NONE = new PublishListener() {
    };

    /**
     * A record is on its stream.
     *
     * @param events how many it holds
     * @param bytes of its data
     * @param putUnits what it costs, in units of 25 KiB
     * @param unitsAlone what its events would have cost in records of their own
     */
    record Accepted(int events, int bytes, int putUnits, int unitsAlone) {
    }

    /** A record is on its stream. */
    default void accepted(String stream, Accepted record) {
    }

    /**
     * A record will be sent again.
     *
     * @param events how many it holds
     */
    default void retried(String stream, int events) {
    }

    /** Events were given up. */
    default void failed(String stream, int events) {
    }

    /** An event was compressed from so many bytes to so many. */
    default void compressed(String stream, int before, int after) {
    }
}
