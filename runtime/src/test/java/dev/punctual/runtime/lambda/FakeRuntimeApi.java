package dev.punctual.runtime.lambda;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Answers requests with given replies, in their order; one that is empty closes the connection instead. */
final class FakeRuntimeApi implements AutoCloseable {

    private final ServerSocket server;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();
    /** Request lines and bodies, as they came. */
    final List<String> requests = new CopyOnWriteArrayList<>();
    /** How many connections were made. */
    volatile int connections;

    FakeRuntimeApi(String... replies) throws IOException {
        this.server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress());
        this.replies.addAll(List.of(replies));
        Thread thread = new Thread(this::serve, "fake-runtime-api");
        thread.setDaemon(true);
        thread.start();
    }

    static String event(String requestId, String event) {
        return "HTTP/1.1 200 OK\r\nLambda-Runtime-Aws-Request-Id: " + requestId
                + "\r\nLambda-Runtime-Deadline-Ms: 1767225600000\r\nLambda-Runtime-Trace-Id: Root=1-" + requestId
                + "\r\nLambda-Runtime-Invoked-Function-Arn: arn:f\r\nContent-Length: " + event.length() + "\r\n\r\n" + event;
    }

    static String status(int status) {
        return "HTTP/1.1 " + status + " Told\r\nContent-Length: 2\r\n\r\n{}";
    }

    String address() {
        return "127.0.0.1:" + server.getLocalPort();
    }

    private void serve() {
        try {
            while (true) {
                try (Socket socket = server.accept()) {
                    connections++;
                    serve(socket);
                }
            }
        } catch (IOException e) {
            if (!server.isClosed()) {
                throw new UncheckedIOException(e);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve(Socket socket) throws IOException, InterruptedException {
        BufferedReader in = new BufferedReader(new InputStreamReader(socket.getInputStream(), ISO_8859_1));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            int length = 0;
            for (String header = in.readLine(); !header.isEmpty(); header = in.readLine()) {
                length = header.startsWith("Content-Length: ") ? Integer.parseInt(header.substring(16)) : length;
            }
            char[] body = new char[length];
            for (int read = 0; read < length;) {
                read += in.read(body, read, length - read);
            }
            requests.add(line.replace(" HTTP/1.1", "").replace("/2018-06-01/runtime/", "")
                    + (length == 0 ? "" : " " + new String(body)));
            String reply = replies.take();
            if (reply.isEmpty()) {
                return;
            }
            socket.getOutputStream().write(reply.getBytes(ISO_8859_1));
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
