package dev.punctual.runtime.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;

import org.jspecify.annotations.Nullable;

/**
 * Lambda's Runtime API, over one connection that is kept alive and made anew where it broke; used by one thread, but for
 * {@link #close}.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/dg/runtimes-api.html">Runtime API</a>
 */
public final class RuntimeApi implements AutoCloseable {

    /** The variable of the environment that tells host and port. */
    public static final String ADDRESS = "AWS_LAMBDA_RUNTIME_API";

    private static final String PATH = " /2018-06-01/runtime/";

    private final String address;
    private final String host;
    private final int port;
    private @Nullable Connection connection;
    private volatile boolean closed;

    private record Connection(Socket socket, OutputStream out, ReplyReader in) {
    }

    /**
     * @param address host and port, as Lambda tells them in {@code AWS_LAMBDA_RUNTIME_API}
     * @throws IllegalArgumentException if it is none
     */
    public RuntimeApi(String address) {
        this.address = address;
        int colon = address.lastIndexOf(':');
        try {
            this.host = colon < 0 ? address : address.substring(0, colon);
            this.port = colon < 0 ? 80 : Integer.parseInt(address.substring(colon + 1));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(ADDRESS + " is '" + address + "', expected host:port", e);
        }
    }

    /** Waits for the next invocation, without end: Lambda freezes the process meanwhile. */
    Invocation next() throws IOException {
        Reply reply = call("GET" + PATH + "invocation/next", "", new byte[0]);
        if (reply.head().status() != 200) {
            throw new IOException("the Runtime API answered " + reply.head().status() + " when asked for an invocation");
        }
        return Invocation.of(reply);
    }

    /** Answers an invocation. */
    void answer(String requestId, byte[] answer) throws IOException {
        accepted(call("POST" + PATH + "invocation/" + requestId + "/response", "Content-Type: application/json\r\n", answer));
    }

    /** Tells that an invocation failed. */
    void failed(String requestId, ErrorReport report) throws IOException {
        accepted(error("invocation/" + requestId + "/error", report));
    }

    /**
     * Tells that the function could not start.
     *
     * @throws IOException if Lambda does not take it
     */
    public void initFailed(ErrorReport report) throws IOException {
        accepted(error("init/error", report));
    }

    private Reply error(String path, ErrorReport report) throws IOException {
        return call("POST" + PATH + path,
                "Content-Type: application/json\r\nLambda-Runtime-Function-Error-Type: " + report.type() + "\r\n",
                report.body());
    }

    private static void accepted(Reply reply) throws IOException {
        if (reply.head().status() != 202) {
            throw new IOException("the Runtime API answered " + reply.head().status() + ", expected 202");
        }
    }

    /** A connection that served before may have gone since; a new one is not tried twice. */
    private Reply call(String request, String headers, byte[] body) throws IOException {
        byte[] bytes = bytes(request + " HTTP/1.1\r\nHost: " + address + "\r\nUser-Agent: punctual\r\n" + headers
                + "Content-Length: " + body.length + "\r\n\r\n", body);
        Connection kept = connection;
        if (kept != null) {
            try {
                return call(kept, bytes);
            } catch (IOException e) {
                kept.socket.close();
                connection = null;
                if (closed) {
                    throw e;
                }
            }
        }
        Connection made = connect();
        connection = made;
        return call(made, bytes);
    }

    private static byte[] bytes(String head, byte[] body) {
        byte[] bytes = new byte[head.length() + body.length];
        System.arraycopy(head.getBytes(ISO_8859_1), 0, bytes, 0, head.length());
        System.arraycopy(body, 0, bytes, head.length(), body.length);
        return bytes;
    }

    private Connection connect() throws IOException {
        Socket socket = new Socket(host, port);
        socket.setTcpNoDelay(true);
        return new Connection(socket, socket.getOutputStream(), new ReplyReader(socket.getInputStream()));
    }

    private Reply call(Connection to, byte[] request) throws IOException {
        to.out.write(request);
        Reply reply = to.in.read();
        if ("close".equalsIgnoreCase(reply.head().header("Connection"))) {
            to.socket.close();
            connection = null;
        }
        return reply;
    }

    /** Whether this side ended it. */
    boolean isClosed() {
        return closed;
    }

    /** Ends it: who waits for an invocation gets an exception. */
    @Override
    public void close() throws IOException {
        closed = true;
        Connection open = connection;
        if (open != null) {
            open.socket.close();
        }
    }
}
