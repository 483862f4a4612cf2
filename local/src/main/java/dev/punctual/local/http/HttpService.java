package dev.punctual.local.http;

import java.util.concurrent.CompletionStage;

/** Answers HTTP requests, at once or later; called by several threads at a time. */
@FunctionalInterface
public interface HttpService {

    /**
     * Answers one request; the request's body can be read during this call only.
     *
     * @return completes with the answer, on any thread; an exception is logged and answered with HTTP 500
     */
    CompletionStage<HttpAnswer> handle(HttpRequest request);
}
