package dev.punctual.runtime.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/** Reads replies of HTTP/1.1 from one connection, one after the other; used by one thread. */
final class ReplyReader {

    /** The most bytes of a reply's head; Lambda's have some hundreds. */
    static final int MOST_HEAD = 64 * 1_024;
    /** The most bytes of a body: Lambda's events have at most 6 MiB, in which JSON is escaped again. */
    static final int MOST_BODY = 64 * 1_024 * 1_024;

    private static final int TYPICAL = 16 * 1_024;
    private static final String CONTENT_LENGTH = "Content-Length";
    private static final String TRANSFER_ENCODING = "Transfer-Encoding";

    private final InputStream in;
    private byte[] buffer = new byte[TYPICAL];
    private int from;
    private int to;

    ReplyReader(InputStream in) {
        this.in = in;
    }

    /** Reads the next reply, body included. */
    Reply read() throws IOException {
        String head = head();
        Reply.Head read = new Reply.Head(head);
        byte[] body = "chunked".equalsIgnoreCase(read.header(TRANSFER_ENCODING)) ? chunks()
                : bytes(length(read.header(CONTENT_LENGTH), 10));
        return new Reply(read, body);
    }

    private String head() throws IOException {
        int searched = from;
        while (true) {
            for (int i = Math.max(searched, from + 3); i < to; i++) {
                if (buffer[i] == '\n' && buffer[i - 1] == '\r' && buffer[i - 2] == '\n' && buffer[i - 3] == '\r') {
                    String head = new String(buffer, from, i + 1 - from, ISO_8859_1);
                    from = i + 1;
                    return head;
                }
            }
            if (to - from >= MOST_HEAD) {
                throw new IOException("a reply of the Runtime API has a head of more than " + MOST_HEAD + " bytes");
            }
            int known = to - from;
            fill();
            searched = from + known;
        }
    }

    private byte[] bytes(int length) throws IOException {
        byte[] body = new byte[length];
        int buffered = Math.min(length, to - from);
        System.arraycopy(buffer, from, body, 0, buffered);
        from += buffered;
        if (in.readNBytes(body, buffered, length - buffered) < length - buffered) {
            throw new EOFException("the Runtime API closed the connection within a body of " + length + " bytes");
        }
        return body;
    }

    private byte[] chunks() throws IOException {
        byte[] body = new byte[0];
        while (true) {
            String size = line();
            int extension = size.indexOf(';');
            int length = length((extension < 0 ? size : size.substring(0, extension)).strip(), 16);
            if (length == 0) {
                skipTrailers();
                return body;
            }
            if (length > MOST_BODY - body.length) {
                throw new IOException("a reply of the Runtime API has more than " + MOST_BODY + " bytes");
            }
            byte[] chunk = bytes(length);
            int before = body.length;
            body = Arrays.copyOf(body, before + length);
            System.arraycopy(chunk, 0, body, before, length);
            line();
        }
    }

    private void skipTrailers() throws IOException {
        while (!line().isEmpty()) {
            // what follows the last chunk says nothing that is needed
        }
    }

    private String line() throws IOException {
        int searched = from;
        while (true) {
            for (int i = searched; i < to; i++) {
                if (buffer[i] == '\n') {
                    String line = new String(buffer, from, i - from, ISO_8859_1).strip();
                    from = i + 1;
                    return line;
                }
            }
            if (to - from >= MOST_HEAD) {
                throw new IOException("a reply of the Runtime API has a line of more than " + MOST_HEAD + " bytes");
            }
            int known = to - from;
            fill();
            searched = from + known;
        }
    }

    /** A length that a reply tells; of a reply without one, none. */
    private static int length(@Nullable String text, int radix) throws IOException {
        if (text == null) {
            return 0;
        }
        try {
            int length = Integer.parseInt(text, radix);
            if (length >= 0 && length <= MOST_BODY && text.charAt(0) != '+') {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new IOException("a reply of the Runtime API has the length '" + text + "'", e);
        }
        throw new IOException("a reply of the Runtime API has the length '" + text + "', expected 0 to " + MOST_BODY);
    }

    /** Reads what there is, at least one byte; what is not read yet moves to the front. */
    private void fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        if (to == buffer.length) {
            buffer = Arrays.copyOf(buffer, 2 * buffer.length);
        }
        int read = in.read(buffer, to, buffer.length - to);
        if (read < 0) {
            throw new EOFException("the Runtime API closed the connection");
        }
        to += read;
    }
}
