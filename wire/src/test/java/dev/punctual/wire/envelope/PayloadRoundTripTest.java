package dev.punctual.wire.envelope;

import static dev.punctual.wire.testing.Samples.event;
import static dev.punctual.wire.testing.Samples.letter;
import static dev.punctual.wire.testing.Samples.parked;
import static dev.punctual.wire.testing.Samples.utf8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.core.JsonFactory;

import dev.punctual.spi.UndecodableException;

/** Invariant 11: the envelopes carry the payload byte for byte at every size, in characters that SQS takes. */
class PayloadRoundTripTest {

    private final RetryFormat retries = new RetryFormat(new JsonFactory());
    private final DeadLetterFormat letters = new DeadLetterFormat(new JsonFactory());

    private String carries(byte[] data) throws UndecodableException {
        String parked = retries.write(parked(event(data), Duration.ZERO));
        String letter = letters.write(letter(event(data)));

        assertThat(SqsCharacters.takes(parked)).isTrue();
        assertThat(SqsCharacters.takes(letter)).isTrue();
        assertThat(retries.read(parked).event().data()).isEqualTo(data);
        assertThat(letters.read(letter).event().data()).isEqualTo(data);
        return letter;
    }

    @Test
    void carriesAllByteValues() throws UndecodableException {
        byte[] all = new byte[256];
        for (int i = 0; i < all.length; i++) {
            all[i] = (byte) i;
            carries(new byte[] { (byte) i });
            carries(new byte[] { 'a', (byte) i, 'b' });
        }
        carries(all);
    }

    @Test
    void carriesRandomBytesOfManySizes() throws UndecodableException {
        Random random = new Random(13);
        for (int size = 0; size < 600; size++) {
            byte[] data = new byte[size];
            random.nextBytes(data);
            carries(data);
        }
        for (int size : new int[] { 4_095, 8_000, 65_537, 1_048_576 }) {
            byte[] data = new byte[size];
            random.nextBytes(data);
            carries(data);
        }
    }

    @Test
    void carriesTextOfAnyCharacters() throws UndecodableException {
        Random random = new Random(17);
        for (int i = 0; i < 2_000; i++) {
            StringBuilder text = new StringBuilder();
            random.ints(random.nextInt(40), 0, 0x110000).filter(c -> c < 0xD800 || c > 0xDFFF)
                    .map(c -> random.nextBoolean() ? c % 0x250 : c).forEach(text::appendCodePoint);
            carries(utf8(text.toString()));
        }
    }

    @Test
    void carriesEveryCharacterOfTheBasicPlaneAndItsNeighbours() throws UndecodableException {
        for (int block = 0; block < 0x12000; block += 0x100) {
            StringBuilder text = new StringBuilder();
            for (int c = block; c < block + 0x100; c++) {
                if (c < 0xD800 || c > 0xDFFF) {
                    text.appendCodePoint(c);
                }
            }
            carries(utf8(text.toString()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "{\"type\":\"order_placed\",\"note\":\"ä ß 🍕 \\\" \\\\ \"}", "line\r\nline\ttab", "\uFEFFbom",
            "\uFFFD", "\uD83C\uDF55", "\u2028\u2029", "\u007F\u0080\u009F", "</script>", "\uD83F\uDFFE" })
    void carriesTextThatAPersonCanRead(String text) throws UndecodableException {
        assertThat(carries(utf8(text))).contains("\"dataEncoding\":\"text\"");
    }

    @ParameterizedTest
    @ValueSource(strings = { "\uFFFE", "\uFFFF", "a\uFFFEb", "\u0000", "a\u0001", "\u001F", "\u000B", "\f", "\u001B[31mred" })
    void carriesCharactersThatSqsRefusesAsBase64(String text) throws UndecodableException {
        assertThat(carries(utf8(text))).contains("\"dataEncoding\":\"base64\"");
    }

    @Test
    void carriesMalformedUtf8AsBase64() throws UndecodableException {
        int[] malformed = { 0xC0AF, 0xEDA080, 0xEDBFBF, 0xF4908080, 0xF8888080, 0xE282, 0xFF, 0x80, 0xF09F8D };
        for (int bytes : malformed) {
            assertThat(carries(ByteBuffer.allocate(4).putInt(bytes).array())).contains("\"dataEncoding\":\"base64\"");
        }
    }

    @Test
    void aPersonCanReadTheLetterOfATextPayload() throws UndecodableException {
        assertThat(carries(utf8("{\"dish\":\"Käse-Pizza 🍕\"}"))).contains("{\\\"dish\\\":\\\"Käse-Pizza 🍕\\\"}")
                .contains("\"reason\":\"ATTEMPTS\"", "\"handler\":\"Orders#onOrder\"", "2026-01-01T12:00:05.123456789Z");
    }
}
