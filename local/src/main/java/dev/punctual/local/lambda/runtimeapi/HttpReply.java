package dev.punctual.local.lambda.runtimeapi;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Executor;

import org.jboss.logging.Logger;

import com.sun.net.httpserver.HttpExchange;

/** Writes the one reply of an HTTP exchange. */
final class HttpReply {

    private static final Logger LOG = Logger.getLogger(HttpReply.class);

    private final HttpExchange exchange;

    HttpReply(HttpExchange exchange) {
        this.exchange = exchange;
    }

    /** A reply that is written when an event is there, by one of the workers. */
    NextCall later(Executor workers) {
        return new NextCall() {
            @Override
            public void send(Invocation invocation) {
                workers.execute(() -> write(invocation));
            }

            @Override
            public void refuse(ApiReply reply) {
                workers.execute(() -> write(reply));
            }
        };
    }

    void write(ApiReply reply) {
        write(reply.status(), reply.json().getBytes(StandardCharsets.UTF_8));
    }

    private void write(Invocation invocation) {
        var headers = exchange.getResponseHeaders();
        headers.set("Lambda-Runtime-Aws-Request-Id", invocation.requestId());
        headers.set("Lambda-Runtime-Deadline-Ms", Long.toString(invocation.deadline().toEpochMilli()));
        headers.set("Lambda-Runtime-Invoked-Function-Arn", invocation.functionArn());
        headers.set("Lambda-Runtime-Trace-Id", invocation.traceId());
        write(200, invocation.payload());
    }

    private void write(int status, byte[] body) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        try (exchange) {
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            if (body.length > 0) {
                exchange.getResponseBody().write(body);
            }
        } catch (IOException gone) {
            // The process is gone or going: its exit, or its timeout, decides what becomes of the invocation.
            LOG.debugf(gone, "A reply of the Runtime API with status %d reached no runtime", status);
        }
    }
}
