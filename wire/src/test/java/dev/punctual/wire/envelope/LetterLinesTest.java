package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.Edit;
import dev.punctual.deadletter.LetterData;
import dev.punctual.deadletter.StoredLetter;
import dev.punctual.spi.LetterForm;
import dev.punctual.spi.UndecodableException;

class LetterLinesTest {

    private final LetterLines lines = new LetterLines(new JsonFactory());

    @Test
    void readsTheLineThatItWrote() throws UndecodableException {
        Edit edit = Edit.NONE.next("ada", Instant.parse("2026-01-02T00:00:00Z"));
        StoredLetter stored = new StoredLetter(letter(event(new byte[0])), LetterData.INLINE, edit, "m", "r", Instant.EPOCH,
                "orders");

        String line = lines.write(stored, utf8("{\n  \"order\": 7\n}"));
        LetterForm.Imported read = lines.read(line);

        assertThat(line).doesNotContain("\n");
        assertThat(read.data()).isEqualTo(utf8("{\n  \"order\": 7\n}"));
        assertThat(read.letter().edit()).isEqualTo(edit);
        assertThat(read.letter().letter()).usingRecursiveComparison().isEqualTo(stored.letter().withData(read.data()));
    }

    @Test
    void refusesALineOfSomethingElse() {
        assertThatThrownBy(() -> lines.read("{}")).isInstanceOf(UndecodableException.class);
    }
}
