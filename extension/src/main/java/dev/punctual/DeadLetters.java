package dev.punctual;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.Stream;

import dev.punctual.deadletter.LetterFilter;
import dev.punctual.deadletter.LetterGroup;
import dev.punctual.deadletter.OperationOptions;
import dev.punctual.deadletter.OperationReport;
import dev.punctual.deadletter.StoredLetter;

/**
 * The dead letters of a source, for people and their tools: inject it, or use the {@code punctual} command.
 *
 * <p>
 * Looking at letters does not consume them: they are held while it lasts, so that others do not see them, and released at its
 * end, however it ends; should the process be killed, the hold ends by itself. Memory is bounded however many letters there
 * are. Safe for use by several threads. An operation whose thread is interrupted stops early, releases what it holds, and says
 * so in its report; begun again, it goes on with what is left.
 *
 * <p>
 * Every method throws {@link dev.punctual.spi.LetterStoreException} if the queue is out of reach.
 */
public interface DeadLetters {

    /**
     * Looks at letters, each once, in no order.
     *
     * @param visitor called by one thread at a time; returns whether to go on
     * @return {@code done} is how many the visitor saw
     */
    default OperationReport browse(LetterFilter filter, Predicate<StoredLetter> visitor) {
        return browse(filter, visitor, report -> {
        });
    }

    /**
     * Looks at letters, each once, in no order, and tells how far it is.
     *
     * @param visitor called by one thread at a time; returns whether to go on
     * @param progress called after every few letters, by any thread
     * @return {@code done} is how many the visitor saw
     */
    OperationReport browse(LetterFilter filter, Predicate<StoredLetter> visitor, Consumer<OperationReport> progress);

    /** Letters by their cause, those with most letters first. */
    default List<LetterGroup> groups(LetterFilter filter) {
        return groups(filter, report -> {
        });
    }

    /**
     * Letters by their cause, those with most letters first.
     *
     * @param progress called after every few letters, by any thread
     */
    List<LetterGroup> groups(LetterFilter filter, Consumer<OperationReport> progress);

    /** The letter with an id; of several messages, the one that was edited last. */
    Optional<StoredLetter> find(String id);

    /** The bytes of a letter's event, fetched and decrypted where they must be; {@link LetterFilter} does not look at them. */
    byte[] data(StoredLetter letter);

    /**
     * Replaces the bytes of a letter's event; its id, attempts and redrive count stay.
     *
     * @param data the whole record, its envelope included
     * @param by who does it, for the audit
     * @return the letter as it is now; empty where there is none with this id
     */
    Optional<StoredLetter> edit(String id, byte[] data, String by);

    /**
     * Sends events to the retry queue, with a new time budget, and removes their letters. A crash between the two leaves a
     * letter whose event was sent: redriven once more, an {@code @Idempotent} handler handles it once.
     *
     * @param progress called after every few letters, by any thread
     */
    OperationReport redrive(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress);

    /**
     * Removes letters for good.
     *
     * @param options with a reason
     * @throws IllegalArgumentException if there is no reason
     */
    OperationReport discard(LetterFilter filter, OperationOptions options, Consumer<OperationReport> progress);

    /**
     * Writes letters as JSON, one a line, bytes included; they stay in the queue.
     *
     * @param line called by one thread at a time
     */
    OperationReport export(LetterFilter filter, Consumer<String> line, Consumer<OperationReport> progress);

    /**
     * Adds exported letters to the queue.
     *
     * @param lines read lazily
     */
    OperationReport importFrom(Stream<String> lines, OperationOptions options, Consumer<OperationReport> progress);
}
