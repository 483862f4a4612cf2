package dev.punctual.local.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.sun.net.httpserver.Headers;

/** A request whose body is read on demand, so that a service can word the refusal of one that is too large. Not thread-safe. */
public final class HttpRequest {

    /** How many limits' worth of a body that is too large is read, so that its sender gets to see the answer. */
    private static final int DRAINED_LIMITS = 4;

    private final String method;
    private final URI uri;
    private final Headers headers;
    private final InputStream body;
    private final int bodyLimit;

    HttpRequest(String method, URI uri, Headers headers, InputStream body, int bodyLimit) {
        this.method = method;
        this.uri = uri;
        this.headers = headers;
        this.body = body;
        this.bodyLimit = bodyLimit;
    }

    /** Such as {@code POST}. */
    public String method() {
        return method;
    }

    /** Without the query, decoded. */
    public String path() {
        return uri.getPath();
    }

    /** What follows the path's question mark, not decoded; empty without. */
    public String query() {
        return uri.getRawQuery() == null ? "" : uri.getRawQuery();
    }

    /** The first value of each header, by lower-case names. */
    public Map<String, String> headers() {
        Map<String, String> first = new TreeMap<>();
        headers.forEach((name, values) -> first.put(name.toLowerCase(Locale.ROOT), values.get(0)));
        return first;
    }

    /** The first value of a header; upper and lower case are the same. */
    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    /**
     * Reads the whole body; the second call returns nothing.
     *
     * @throws BodyTooLargeException when it is larger than the server's limit
     * @throws UncheckedIOException when the connection broke
     */
    public byte[] body() {
        try {
            byte[] read = body.readNBytes(bodyLimit + 1);
            if (read.length > bodyLimit) {
                drain();
                throw new BodyTooLargeException(bodyLimit);
            }
            return read;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void drain() throws IOException {
        byte[] buffer = new byte[1 << 16];
        long left = (long) DRAINED_LIMITS * bodyLimit;
        int read = body.read(buffer);
        while (read >= 0 && left > 0) {
            left -= read;
            read = body.read(buffer);
        }
    }
}
