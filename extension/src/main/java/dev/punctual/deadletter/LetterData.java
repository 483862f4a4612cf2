package dev.punctual.deadletter;

/** Where the bytes of a dead letter's event are, and whether they are encrypted. */
public sealed interface LetterData {

    /** In the letter, as they are. */
    record Inline() implements LetterData {
    }

    /**
     * In the letter, encrypted.
     *
     * @param dataKey the key they are encrypted with, itself encrypted: base64, as the key service gave it
     */
    record Encrypted(String dataKey) implements LetterData {
    }

    /**
     * In an object store, since they would not have fitted into a message.
     *
     * @param location {@code s3://bucket/key}
     * @param size how many bytes the object has
     * @param sha256 the SHA-256 of the object, 64 hexadecimal digits
     * @param dataKey as that of {@link Encrypted}; an empty string where the object is not encrypted by the application
     */
    record Elsewhere(String location, long size, String sha256, String dataKey) implements LetterData {
    }

    /**
     * Nowhere: the platform gave up a record that could not be read back.
     *
     * @param why in a sentence
     */
    record Missing(String why) implements LetterData {
    }

    /** In the letter, as they are. */
    LetterData INLINE = new Inline();
}
