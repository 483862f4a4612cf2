package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;

/**
 * Invokes the function outside of the mapping's lock and hands the result back to the mapping's scheduler.
 *
 * <p>
 * The contract of a function rules out that it throws or has no result; one that breaks it counts as failed, since a mapping
 * must not hang on it.
 */
final class Invoker {

    private final GuardedScheduler scheduler;
    private final LambdaFunction function;

    Invoker(GuardedScheduler scheduler, LambdaFunction function) {
        this.scheduler = scheduler;
        this.function = function;
    }

    void invoke(byte[] event, Consumer<InvocationResult> then) {
        scheduler.unguarded().schedule(Duration.ZERO, () -> start(event)
                .whenComplete((result, error) -> scheduler.schedule(Duration.ZERO, () -> then.accept(result(result, error)))));
    }

    private CompletionStage<InvocationResult> start(byte[] event) {
        try {
            @Nullable
            CompletionStage<InvocationResult> answer = function.invoke(event);
            return answer == null ? CompletableFuture.completedFuture(result(null, null)) : answer;
        } catch (RuntimeException | Error e) {
            return CompletableFuture.completedFuture(result(null, e));
        }
    }

    private static InvocationResult result(@Nullable InvocationResult result, @Nullable Throwable error) {
        if (error != null) {
            return failure(error);
        }
        return result == null ? new InvocationResult.Failure("NoResult", "LambdaFunction#invoke: the result was null") : result;
    }

    private static InvocationResult failure(Throwable error) {
        var cause = error.getCause();
        if (error instanceof CompletionException && cause != null) {
            return failure(cause);
        }
        @Nullable
        String message = error.getMessage();
        return new InvocationResult.Failure(error.getClass().getName(), message == null ? "" : message);
    }
}
