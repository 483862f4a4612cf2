package dev.punctual.wire.payload;

/** Keeps objects; safe for use by several threads. */
public interface ObjectStore {

    /**
     * Keeps an object, durably when it returns, in place of another of that key.
     *
     * @throws PayloadException if the store does not take it
     */
    void put(String bucket, String key, byte[] bytes) throws PayloadException;

    /**
     * Gets an object.
     *
     * @param limit the most bytes that are read
     * @throws PayloadException if it is not there, may not be read, or is larger
     */
    byte[] get(String bucket, String key, int limit) throws PayloadException;
}
