package dev.punctual.local.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * A small HTTP/1.1 server that listens on 127.0.0.1 only, over the JDK's own.
 *
 * <p>
 * A fixed number of daemon threads reads requests and writes answers; an answer that comes later holds none of them. The JDK's
 * server reads {@code sun.net.httpserver.nodelay} once per JVM: it is set to {@code true} here unless somebody set it, because
 * Nagle's algorithm would delay each small answer by 40 ms.
 */
public final class LocalServer implements AutoCloseable {

    /** 12 MiB: the largest request of AWS's own, PutRecords with 10 MiB, in base64 would be more; SDKs send it as CBOR. */
    public static final int BODY_LIMIT = 12 << 20;

    private static final Duration GRACE = Duration.ofSeconds(2);
    private static final int BACKLOG = 256;

    static {
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer server;
    private final ThreadPoolExecutor threads;
    private final InFlight inFlight = new InFlight();

    private LocalServer(HttpServer server, ThreadPoolExecutor threads) {
        this.server = server;
        this.threads = threads;
    }

    /**
     * Takes a port; clients that connect wait until {@link #serve} is called.
     *
     * @param port 0–65,535; 0 takes a free one
     * @param threadCount 1 or more
     * @throws UncheckedIOException when the port is taken
     */
    public static LocalServer bind(int port, int threadCount) {
        try {
            var address = new InetSocketAddress(InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }), port);
            return new LocalServer(HttpServer.create(address, BACKLOG), pool(threadCount));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot listen on 127.0.0.1:" + port + "; choose another port, or 0 for a free one",
                    e);
        }
    }

    /** Where it listens, such as {@code http://127.0.0.1:41327}. */
    public URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** Refuses new requests with HTTP 503, gives those under way up to two seconds, then closes all connections. */
    @Override
    public void close() {
        inFlight.refuseNew();
        inFlight.awaitNone(GRACE);
        server.stop(0);
        threads.shutdownNow();
    }

    /** Starts to answer; to be called once. */
    public void serve(HttpService service) {
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            if (inFlight.enter()) {
                Exchanges.handle(exchange, service, threads, inFlight::leave);
            } else {
                refuse(exchange);
            }
        });
        server.start();
    }

    private static void refuse(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.sendResponseHeaders(503, -1);
        }
    }

    private static ThreadPoolExecutor pool(int size) {
        var number = new AtomicInteger();
        return new ThreadPoolExecutor(size, size, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            var thread = new Thread(work, "punctual-http-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }
}
