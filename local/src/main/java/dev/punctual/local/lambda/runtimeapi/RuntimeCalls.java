package dev.punctual.local.lambda.runtimeapi;

import java.util.concurrent.CompletionStage;

/** One environment's side of the Runtime API: what to do with each call of its runtime. Called by many threads. */
public interface RuntimeCalls {

    /** The runtime is ready for an event; the first time this ends its initialization. */
    void next(NextCall call);

    /** The function answered. */
    CompletionStage<ApiReply> response(String requestId, ResponseBody body);

    /** The function failed. */
    CompletionStage<ApiReply> error(String requestId, ErrorReport report);

    /** The function could not be initialized. */
    CompletionStage<ApiReply> initError(ErrorReport report);
}
