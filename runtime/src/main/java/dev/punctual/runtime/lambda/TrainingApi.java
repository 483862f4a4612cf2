package dev.punctual.runtime.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Lambda's Runtime API on 127.0.0.1 for a process that feeds itself: hands out events over one connection, one after the
 * other, and says so when there are none left.
 */
public final class TrainingApi implements AutoCloseable {

    private static final Duration TIME = Duration.ofSeconds(30);
    private static final String LENGTH = "content-length:";

    /** Ends the function's side. */
    @FunctionalInterface
    public interface End {
        /** Has it take no further event. */
        void run() throws IOException;
    }

    private record Request(String line, byte[] body) {
    }

    private final ServerSocket server;
    private final List<byte[]> events;
    private final Runnable answered;
    private final List<String> failures = new ArrayList<>();

    /**
     * @param events in their order
     * @param answered called at each answer
     * @throws IOException if there is no port
     */
    public TrainingApi(List<byte[]> events, Runnable answered) throws IOException {
        this.events = List.copyOf(events);
        this.answered = answered;
        this.server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Host and port. */
    public String address() {
        return server.getInetAddress().getHostAddress() + ':' + server.getLocalPort();
    }

    /**
     * Serves until there are no events left.
     *
     * @param end called when the function asks for more
     * @return what the function told of invocations that failed
     * @throws IOException if the connection broke
     */
    public List<String> serve(End end) throws IOException {
        try (Socket socket = server.accept()) {
            socket.setTcpNoDelay(true);
            InputStream in = new BufferedInputStream(socket.getInputStream());
            OutputStream out = socket.getOutputStream();
            int next = 0;
            while (true) {
                Request request = read(in);
                if (!request.line().startsWith("GET ")) {
                    take(request);
                    out.write("HTTP/1.1 202 Accepted\r\nContent-Length: 0\r\n\r\n".getBytes(ISO_8859_1));
                } else if (next < events.size()) {
                    out.write(reply(next, events.get(next)));
                    next++;
                } else {
                    end.run();
                    return failures;
                }
            }
        }
    }

    private void take(Request request) {
        if (request.line().contains("/response ")) {
            answered.run();
        } else {
            failures.add(new String(request.body(), UTF_8));
        }
    }

    private static byte[] reply(int number, byte[] event) throws IOException {
        ByteArrayOutputStream reply = new ByteArrayOutputStream();
        reply.write(("HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: training-" + number
                + "\r\nLambda-Runtime-Deadline-Ms: " + Instant.now().plus(TIME).toEpochMilli()
                + "\r\nLambda-Runtime-Invoked-Function-Arn: arn:aws:lambda:us-east-1:000000000000:function:training"
                + "\r\nContent-Type: application/json\r\nContent-Length: " + event.length + "\r\n\r\n").getBytes(ISO_8859_1));
        reply.write(event);
        return reply.toByteArray();
    }

    private static Request read(InputStream in) throws IOException {
        String line = line(in);
        int length = 0;
        for (String header = line(in); !header.isEmpty(); header = line(in)) {
            if (header.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
                length = Integer.parseInt(header.substring(LENGTH.length()).strip());
            }
        }
        return new Request(line, in.readNBytes(length));
    }

    private static String line(InputStream in) throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new EOFException("the function closed its connection");
            }
            line.write(next);
        }
        return line.toString(ISO_8859_1).strip();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
