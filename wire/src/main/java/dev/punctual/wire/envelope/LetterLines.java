package dev.punctual.wire.envelope;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterForm;
import dev.punctual.spi.UndecodableException;

/** Exported letters: each a line of the JSON that its message is, bytes included; safe for use by several threads. */
public final class LetterLines implements LetterForm {

    private final DeadLetterFormat format;

    /**
     * @param json makes parsers and generators
     */
    public LetterLines(JsonFactory json) {
        this.format = new DeadLetterFormat(json);
    }

    @Override
    public String write(StoredLetter letter, byte[] data) {
        return format.write(letter.letter().withData(data), letter.edit());
    }

    @Override
    public Imported read(String line) throws UndecodableException {
        QueueMessage.Letter read = format.readStored(line);
        StoredLetter letter = new StoredLetter(read.letter(), LetterData.INLINE, read.edit(), "", "", read.letter().diedAt(),
                read.letter().event().source().name());
        return new Imported(letter, read.letter().event().data());
    }
}
