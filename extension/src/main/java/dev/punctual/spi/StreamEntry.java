package dev.punctual.spi;

/**
 * One record to put on a stream.
 *
 * @param partitionKey 1 to 256 characters
 * @param data not copied: nobody may change it
 */
public record StreamEntry(String partitionKey, byte[] data) {

    /** Says how large it is, and leaves its bytes and key out. */
    @Override
    public String toString() {
        return "StreamEntry[" + data.length + " bytes]";
    }
}
