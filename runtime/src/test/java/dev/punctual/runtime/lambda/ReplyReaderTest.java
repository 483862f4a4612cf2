package dev.punctual.runtime.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyReaderTest {

    private static InputStream in(String text) {
        return new ByteArrayInputStream(text.getBytes(UTF_8));
    }

    private static String body(String text) throws IOException {
        return new String(new ReplyReader(in(text)).read().body(), UTF_8);
    }

    @Test
    void readsRepliesOneAfterTheOtherWhereverTheNetworkCutsThem() throws IOException {
        String replies = "HTTP/1.1 200 OK\r\ncontent-length: 5\r\nX-Id: a b \r\n\r\nhello"
                + "HTTP/1.1 202 Accepted\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\na;x=y\r\n0123456789\r\n0\r\nT: 1\r\n\r\n"
                + "HTTP/1.1 204 No Content\r\n\r\n";
        for (int cut = 0; cut <= replies.length(); cut++) {
            ReplyReader reader = new ReplyReader(
                    new SequenceInputStream(in(replies.substring(0, cut)), in(replies.substring(cut))));

            Reply first = reader.read();
            Reply second = reader.read();
            Reply third = reader.read();

            assertThat(new String(first.body(), UTF_8)).isEqualTo("hello");
            assertThat(first.head().header("x-id")).isEqualTo("a b");
            assertThat(first.head().header("X-I")).isNull();
            assertThat(second.head().status()).isEqualTo(202);
            assertThat(new String(second.body(), UTF_8)).isEqualTo("abc0123456789");
            assertThat(third.head().status()).isEqualTo(204);
            assertThat(third.body()).isEmpty();
        }
    }

    @Test
    void readsABodyOfManyBuffers() throws IOException {
        String large = "x".repeat(1_000_003);

        assertThat(body("HTTP/1.1 200 OK\r\nContent-Length: " + large.length() + "\r\n\r\n" + large)).isEqualTo(large);
    }

    @ParameterizedTest
    @ValueSource(strings = { "", "HTTP/1.1 200 OK\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhell",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhell",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhell\r\n" })
    void tellsOfAConnectionThatEnds(String text) {
        assertThatExceptionOfType(EOFException.class).isThrownBy(() -> body(text));
    }

    @ParameterizedTest
    @ValueSource(strings = { "GET / HTTP/1.1\r\n\r\n", "HTTP/1.1 2x0 OK\r\n\r\n", "HTTP/1.0 200 OK\r\n\r\n", "\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\nx",
            "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nx\r\n" })
    void refusesWhatIsNoReply(String text) {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> body(text)).isNotInstanceOf(EOFException.class)
                .withMessageContaining("Runtime API");
    }

    @Test
    void refusesAHeadWithoutEnd() {
        assertThatExceptionOfType(IOException.class).isThrownBy(() -> body("x".repeat(ReplyReader.MOST_HEAD + 20_000)))
                .withMessageContaining("a head of more than");
    }
}
