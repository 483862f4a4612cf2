package dev.punctual.spi;

import dev.punctual.deadletter.StoredLetter;

/** Letters as lines of text, for export and import; safe for use by several threads. */
public interface LetterForm {

    /** A letter and its bytes as one line of JSON, without a line break. */
    String write(StoredLetter letter, byte[] data);

    /**
     * The letter and the bytes of a line.
     *
     * @throws UndecodableException if it is none
     */
    Imported read(String line) throws UndecodableException;

    /**
     * What a line holds.
     *
     * @param letter to be added
     * @param data its bytes
     */
    record Imported(StoredLetter letter, byte[] data) {
    }
}
