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

    /**
     * How large an event became on its way to its bytes.
     *
     * @param asJson its bytes in CloudEvents' JSON format, were it in that, its payload as it is or in base64
     * @param written its bytes in the envelope that it is in
     * @param compressed its bytes after compression; the same where there is none
     */
    record Written(int asJson, int written, int compressed) {
    }

    /** An event was written, and waits for a record. */
    default void written(String stream, Written event) {
    }
}
