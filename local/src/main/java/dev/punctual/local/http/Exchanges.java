package dev.punctual.local.http;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

import com.sun.net.httpserver.HttpExchange;

/** Carries an exchange of the JDK's server to a service, and the service's answer back. */
final class Exchanges {

    private static final Logger LOG = Logger.getLogger(Exchanges.class);
    private static final HttpAnswer FAILED = new HttpAnswer(500, Map.of(), new byte[0]);

    private Exchanges() {
    }

    /**
     * Serves one exchange.
     *
     * @param writers write answers that come later
     * @param done runs when the exchange is over, however it ended
     */
    static void handle(HttpExchange exchange, HttpService service, Executor writers, Runnable done) {
        CompletableFuture<HttpAnswer> answer = answer(exchange, service).toCompletableFuture();
        if (answer.isDone()) {
            finish(exchange, answer.handle(Exchanges::orFailed).join(), done);
            return;
        }
        answer.handle(Exchanges::orFailed).thenAccept(late -> {
            try {
                writers.execute(() -> finish(exchange, late, done));
            } catch (RejectedExecutionException e) {
                LOG.debug("The server closed before an answer was ready", e);
                exchange.close();
                done.run();
            }
        });
    }

    private static CompletionStage<HttpAnswer> answer(HttpExchange exchange, HttpService service) {
        try {
            return service.handle(new HttpRequest(exchange.getRequestMethod(), exchange.getRequestURI(),
                    exchange.getRequestHeaders(), exchange.getRequestBody(), LocalServer.BODY_LIMIT));
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private static HttpAnswer orFailed(@Nullable HttpAnswer answer, @Nullable Throwable failure) {
        if (answer != null) {
            return answer;
        }
        LOG.error("A request failed", failure instanceof CompletionException ? failure.getCause() : failure);
        return FAILED;
    }

    private static void finish(HttpExchange exchange, HttpAnswer answer, Runnable done) {
        try (exchange) {
            if (answer.cutOff()) {
                sendHalf(exchange, answer);
                return;
            }
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
            if (answer.body().length > 0) {
                exchange.getResponseBody().write(answer.body());
            }
        } catch (IOException e) {
            LOG.debug("The client went away before its answer", e);
        } finally {
            done.run();
        }
    }

    private static void sendHalf(HttpExchange exchange, HttpAnswer answer) throws IOException {
        if (answer.body().length > 0) {
            answer.headers().forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(answer.status(), answer.body().length);
            exchange.getResponseBody().write(answer.body(), 0, answer.body().length / 2);
            exchange.getResponseBody().flush();
        }
    }
}
