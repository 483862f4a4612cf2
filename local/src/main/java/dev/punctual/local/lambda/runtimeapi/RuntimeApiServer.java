package dev.punctual.local.lambda.runtimeapi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;

import org.jboss.logging.Logger;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/**
 * Lambda's Runtime API 2018-06-01 for one environment, on 127.0.0.1 and a free port.
 *
 * <p>
 * The long poll for the next event holds no thread. The JDK's HTTP server reads {@code sun.net.httpserver.nodelay} once per
 * JVM;
 * it is set to {@code true} here unless somebody set it, for else each reply waits 40 ms for a delayed acknowledgement.
 */
public final class RuntimeApiServer implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(RuntimeApiServer.class);
    private static final String ERROR_TYPE = "Lambda-Runtime-Function-Error-Type";
    private static final byte[] LOOPBACK = { 127, 0, 0, 1 };
    private static final String NO_DELAY = "sun.net.httpserver.nodelay";

    static {
        if (System.getProperty(NO_DELAY) == null) {
            System.setProperty(NO_DELAY, "true");
        }
    }

    private final HttpServer server;
    private final RuntimeCalls calls;
    private final Executor workers;

    private RuntimeApiServer(HttpServer server, RuntimeCalls calls, Executor workers) {
        this.server = server;
        this.calls = calls;
        this.workers = workers;
    }

    /**
     * Starts to serve.
     *
     * @param workers read requests and write replies; the server's own thread is a daemon if the caller's is
     * @throws IOException when no port can be bound
     */
    public static RuntimeApiServer start(RuntimeCalls calls, Executor workers) throws IOException {
        var http = HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0), 0);
        var server = new RuntimeApiServer(http, calls, workers);
        http.setExecutor(workers);
        http.createContext("/", server::handle);
        http.start();
        return server;
    }

    /** The value of {@code AWS_LAMBDA_RUNTIME_API}. */
    public String address() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Stops serving and cuts what is open. */
    @Override
    public void close() {
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        var reply = new HttpReply(exchange);
        var route = Route.of(exchange.getRequestMethod(), exchange.getRequestURI().getRawPath());
        if (route instanceof Route.Next) {
            calls.next(reply.later(workers));
        } else if (route instanceof Route.Response response) {
            answer(reply, calls.response(response.requestId(), ResponseBody.read(exchange.getRequestBody())));
        } else if (route instanceof Route.Failure failure) {
            answer(reply, calls.error(failure.requestId(), report(exchange)));
        } else if (route instanceof Route.InitFailure) {
            answer(reply, calls.initError(report(exchange)));
        } else {
            reply.write(ApiReply.unknownPath());
        }
    }

    private void answer(HttpReply reply, CompletionStage<ApiReply> verdict) {
        verdict.exceptionally(defect -> {
            LOG.error("A call of a runtime was not handled", defect);
            return ApiReply.broken();
        }).thenAcceptAsync(reply::write, workers);
    }

    private static ErrorReport report(HttpExchange exchange) throws IOException {
        var body = ResponseBody.read(exchange.getRequestBody());
        return ErrorReport.parse(exchange.getRequestHeaders().getFirst(ERROR_TYPE), body.content());
    }
}
