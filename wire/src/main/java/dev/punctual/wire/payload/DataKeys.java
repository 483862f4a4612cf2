package dev.punctual.wire.payload;

/** Makes the keys that payloads are encrypted with, and gets them back; safe for use by several threads. */
public interface DataKeys {

    /**
     * A key.
     *
     * @param plain 32 bytes; nobody may keep them longer than needed, or write them down
     * @param wrapped the key, encrypted by a key that never leaves its service: base64
     */
    record DataKey(byte[] plain, String wrapped) {

        /** Leaves the key out. */
        @Override
        public String toString() {
            return "DataKey";
        }
    }

    /**
     * Makes a key for the events of a source.
     *
     * @throws PayloadException if the service does not make one
     */
    DataKey make(String source) throws PayloadException;

    /**
     * Gets a key back.
     *
     * @param wrapped as it was made
     * @param source the source it was made for
     * @throws PayloadException if the service does not give it, or it was made for another source
     */
    DataKey unwrap(String wrapped, String source) throws PayloadException;
}
