package dev.punctual.local.lambda;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.punctual.local.lambda.runtimeapi.ApiReply;
import dev.punctual.local.lambda.runtimeapi.ErrorReport;
import dev.punctual.local.lambda.runtimeapi.NextCall;
import dev.punctual.local.lambda.runtimeapi.ResponseBody;
import dev.punctual.local.lambda.runtimeapi.RuntimeCalls;

/** Carries the calls of a runtime to its environment, on the host's loop. */
record LoopedCalls(Environment environment, HostLoop loop) implements RuntimeCalls {

    @Override
    public void next(NextCall call) {
        loop.execute(() -> environment.next(call));
    }

    @Override
    public CompletionStage<ApiReply> response(String requestId, ResponseBody body) {
        return CompletableFuture.supplyAsync(() -> environment.response(requestId, body), loop);
    }

    @Override
    public CompletionStage<ApiReply> error(String requestId, ErrorReport report) {
        return CompletableFuture.supplyAsync(() -> environment.error(requestId, report), loop);
    }

    @Override
    public CompletionStage<ApiReply> initError(ErrorReport report) {
        return CompletableFuture.supplyAsync(() -> environment.initError(report), loop);
    }
}
