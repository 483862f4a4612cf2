package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.deadletter.AttemptHistory;
import dev.punctual.deadletter.DeadLetter;
import dev.punctual.deadletter.Reason;
import dev.punctual.deadletter.Redrive;
import dev.punctual.deadline.Deadline;
import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.testing.Samples;

class DeadLetterFormatTest {

    private final DeadLetterFormat format = new DeadLetterFormat(new JsonFactory());
    private final String text = format.write(letter(event(utf8("{\"a\":1}"))));

    private void refuses(String message, String why) {
        assertThatExceptionOfType(UndecodableException.class).isThrownBy(() -> format.read(message)).withNoCause()
                .withMessageContaining(why);
    }

    @Test
    void carriesEveryField() throws UndecodableException {
        DeadLetter written = letter(event(utf8("x")));

        assertThat(format.read(format.write(written))).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void carriesTheLetterOfAnEventOfAnAggregatedRecord() throws UndecodableException {
        DeadLetter written = letter(event(utf8("the record")).sub(7, "its-own-key", utf8("its own bytes")));

        DeadLetter read = format.read(format.write(written));

        assertThat(read).usingRecursiveComparison().isEqualTo(written);
        assertThat(read.id()).endsWith(":7#Orders#onOrder");
        assertThat(read.event().data()).isEqualTo(utf8("its own bytes"));
    }

    @ParameterizedTest
    @EnumSource(Reason.class)
    void carriesALetterWithoutHandlerOrAttemptsForEveryReason(Reason reason) throws UndecodableException {
        DeadLetter written = new DeadLetter("id", reason, "", "", "", "", "", "", event(new byte[0]),
                new Deadline(Samples.NOW, Samples.NOW), Samples.NOW,
                AttemptHistory.NONE, "", "", "", Redrive.NONE);

        assertThat(format.read(format.write(written))).usingRecursiveComparison().isEqualTo(written);
    }

    @Test
    void writesOnlyCharactersThatSqsTakesWhateverOthersSaid() throws UndecodableException {
        // given: what SQS refuses, in texts that come from events and exceptions
        String odd = "a\uFFFE\uFFFF\uD83C b \uDF55\u0000\u001B\uD83C\uDF55 \"\\";
        DeadLetter written = new DeadLetter(odd, Reason.PERMANENT, odd, "h", odd, odd, odd, odd, event(utf8("x")),
                new Deadline(Samples.NOW, Samples.NOW),
                Samples.NOW, AttemptHistory.NONE, "f", "r", "a", Redrive.NONE);

        // when
        String message = format.write(written);

        // then
        assertThat(SqsCharacters.takes(message)).isTrue();
        assertThat(format.read(message).detail()).isEqualTo("a\uFFFD\uFFFD\uFFFD b \uFFFD\u0000\u001B\uD83C\uDF55 \"\\");
    }

    @Test
    void writesOnlyCharactersThatSqsTakesForAnyText() throws UndecodableException {
        Random random = new Random(19);
        for (int i = 0; i < 5_000; i++) {
            StringBuilder any = new StringBuilder();
            random.ints(random.nextInt(20), 0, 0x10000).forEach(unit -> any.append((char) unit));

            String message = format.write(letter(event(utf8("x")), any.toString()));

            assertThat(SqsCharacters.takes(message)).isTrue();
            assertThat(format.read(message).detail()).hasSameSizeAs(any);
        }
    }

    @Test
    void skipsUnknownFieldsAnywhere() throws UndecodableException {
        String unknown = "\"future\":{\"id\":\"no\",\"event\":[{\"data\":\"no\"}]},\"more\":[1,[2],{}],";
        String future = text.replace("{\"punctual\"", "{" + unknown + "\"punctual\"")
                .replace("\"event\":{", "\"event\":{" + unknown).replace("{\"number\":1", "{" + unknown + "\"number\":1");

        assertThat(format.read(future)).usingRecursiveComparison().isEqualTo(format.read(text));
    }

    @Test
    void refusesAVersionFromTheFuture() {
        refuses(text.replace("\"version\":1", "\"version\":2"), "its version is 2, this application reads up to 1");
    }

    @Test
    void refusesAReasonFromTheFutureAndTellsNothingOfIt() {
        refuses(text.replace("\"reason\":\"ATTEMPTS\"", "\"reason\":\"MARKER\""), "its reason is unknown to this version");
    }

    @Test
    void refusesAParkedEvent() {
        refuses(new RetryFormat(new JsonFactory()).write(parked(event(utf8("x")), Duration.ZERO)),
                "it is not a Punctual dead-letter");
    }

    @ParameterizedTest
    @ValueSource(strings = { "version", "id", "reason", "detail", "handler", "eventId", "type", "correlationId", "contentType",
            "deadline", "diedAt", "application", "redriveCount", "attemptCount", "sourceKind", "data" })
    void refusesALetterThatLacksAField(String field) {
        refuses(text.replace("\"" + field + "\":", "\"x" + field + "\":"), "the field '" + field + "' is missing");
    }

    @Test
    void refusesALetterThatIsCutAnywhere() {
        for (int length = 0; length < text.length(); length++) {
            String cut = text.substring(0, length);
            assertThatExceptionOfType(UndecodableException.class).as("cut to %s characters", length)
                    .isThrownBy(() -> format.read(cut)).withNoCause();
        }
    }

    @Test
    void readsOrRefusesALetterWithAnyCharacterChanged() {
        Random random = new Random(23);
        int refused = 0;
        for (int i = 0; i < 10_000; i++) {
            StringBuilder changed = new StringBuilder(text);
            changed.setCharAt(random.nextInt(text.length()),
                    (char) (random.nextBoolean() ? random.nextInt(128) : random.nextInt()));
            try {
                assertThat(format.read(changed.toString()).event().data()).isNotNull();
            } catch (UndecodableException e) {
                refused++;
            }
        }
        assertThat(refused).isBetween(500, 9_999);
    }
}
