package dev.punctual.local.s3;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import dev.punctual.testkit.aws.AwsException;

/**
 * A body in the content encoding {@code aws-chunked}: chunks with their sizes, and headers behind them.
 *
 * @param trailers by lower-case names
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/sigv4-streaming-trailers.html">AWS's description</a>
 */
record AwsChunks(byte[] content, Map<String, String> trailers) {

    static AwsChunks decode(byte[] body) {
        return new Reader(body).read();
    }

    /** Reads from a position that only moves on. */
    private static final class Reader {

        private final byte[] body;
        private int position;

        Reader(byte[] body) {
            this.body = body;
        }

        AwsChunks read() {
            var content = new ByteArrayOutputStream(body.length);
            int size = size(line());
            while (size > 0) {
                if (size > body.length - position) {
                    throw broken("a chunk of " + size + " bytes is cut short");
                }
                content.write(body, position, size);
                position += size;
                if (!line().isEmpty()) {
                    throw broken("a chunk is longer than its size tells");
                }
                size = size(line());
            }
            return new AwsChunks(content.toByteArray(), trailers());
        }

        private Map<String, String> trailers() {
            Map<String, String> trailers = new TreeMap<>();
            while (position < body.length) {
                String[] pair = line().split(":", 2);
                if (pair.length == 2) {
                    trailers.put(pair[0].strip().toLowerCase(Locale.ROOT), pair[1].strip());
                }
            }
            return trailers;
        }

        private static int size(String line) {
            try {
                return Integer.parseUnsignedInt(line.split(";", 2)[0].strip(), 16) & Integer.MAX_VALUE;
            } catch (NumberFormatException e) {
                throw broken("a chunk's size is no hexadecimal number");
            }
        }

        private String line() {
            int end = position;
            while (end < body.length && body[end] != '\n') {
                end++;
            }
            if (end == body.length && position == end) {
                throw broken("the last chunk is missing");
            }
            String line = new String(body, position, end - position, StandardCharsets.US_ASCII);
            position = Math.min(end + 1, body.length);
            return line.endsWith("\r") ? line.substring(0, line.length() - 1) : line;
        }

        private static AwsException broken(String what) {
            return S3Refusals.incompleteBody("The body is not aws-chunked as the request says: " + what + ".");
        }
    }
}
