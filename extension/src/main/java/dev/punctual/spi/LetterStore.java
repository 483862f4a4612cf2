package dev.punctual.spi;

import java.time.Duration;
import java.util.List;

import dev.punctual.deadletter.StoredLetter;

/**
 * One dead-letter queue, as an operator's tools use it; safe for use by several threads.
 *
 * <p>
 * What is received is held: nobody else sees it until it is released, or the hold ends by itself. Messages that are no letters
 * come as letters, too, made of what can be known of them.
 */
public interface LetterStore {

    /** What the queue is called, for messages to people. */
    String name();

    /** About how many letters it has, held ones included. */
    long approximateSize();

    /**
     * Takes hold of some letters, waiting about a second for them if there are none.
     *
     * @param hold for how long, 1 s to 12 h
     * @return at most 10; none where there seem to be no more
     * @throws LetterStoreException if the queue cannot be asked
     */
    List<StoredLetter> receive(Duration hold);

    /**
     * Lets go of letters: others see them at once.
     *
     * @return what became of each, in their order; one that could not be released is seen when its hold ends
     */
    List<SendResult> release(List<StoredLetter> letters);

    /**
     * Removes letters for good.
     *
     * @return what became of each, in their order
     */
    List<SendResult> delete(List<StoredLetter> letters);

    /**
     * Adds letters, such as edited or imported ones; those with the same id as one that is there do not replace it.
     *
     * @param data the bytes of each letter's event, in the order of the letters; they are put where they fit
     * @return what became of each, in their order
     */
    List<SendResult> add(List<StoredLetter> letters, List<byte[]> data);

    /**
     * Sends events to the retry queue beside.
     *
     * @return what became of each, in their order
     */
    List<SendResult> redrive(List<RedrivenEvent> events);

    /**
     * The bytes of a letter's event, fetched and decrypted where they must be.
     *
     * @throws LetterStoreException if they cannot be had, or are not what the letter says they are
     */
    byte[] data(StoredLetter letter);
}
