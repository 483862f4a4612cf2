package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.spi.UndecodableException;
import dev.punctual.wire.sqs.MessageSender;

class LongTextTest {

    private final DeadLetterFormat format = new DeadLetterFormat(new JsonFactory());

    @Test
    void fitsIntoAMessageThoughItsTextEscapedWouldNot() throws UndecodableException {
        // given: text of which each character is escaped
        byte[] quotes = utf8("\"".repeat(750_000));

        // when
        String message = format.write(letter(event(quotes)));

        // then
        assertThat(message.length()).isLessThan(MessageSender.MAXIMUM_BYTES);
        assertThat(format.read(message).event().data()).isEqualTo(quotes);
    }

    @Test
    void staysTextThatPeopleCanReadWhereThatIsShorter() throws UndecodableException {
        byte[] prose = utf8("the quick brown fox \"jumps\" ".repeat(30_000));

        String message = format.write(letter(event(prose)));

        assertThat(message).contains("the quick brown fox");
        assertThat(message.length()).isLessThan(MessageSender.MAXIMUM_BYTES);
        assertThat(format.read(message).event().data()).isEqualTo(prose);
    }

    @Test
    void staysTextHoweverMuchOfLittleIsEscaped() {
        assertThat(format.write(letter(event(utf8("{\"a\":\"b\"}"))))).contains("{\\\"a\\\":\\\"b\\\"}");
    }
}
