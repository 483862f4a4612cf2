package dev.punctual.testkit.mapping;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;

/** Invokes the function outside of the mapping's lock and hands the result back to the mapping's scheduler. */
final class Invoker {

    private final GuardedScheduler scheduler;
    private final LambdaFunction function;

    Invoker(GuardedScheduler scheduler, LambdaFunction function) {
        this.scheduler = scheduler;
        this.function = function;
    }

    void invoke(byte[] event, Consumer<InvocationResult> then) {
        scheduler.unguarded().schedule(Duration.ZERO, () -> start(event).whenComplete((result, error) -> scheduler
                .schedule(Duration.ZERO, () -> then.accept(error == null ? result : failure(error)))));
    }

    private CompletionStage<InvocationResult> start(byte[] event) {
        try {
            return function.invoke(event);
        } catch (RuntimeException e) {
            return CompletableFuture.completedFuture(failure(e));
        }
    }

    /** The contract of a function rules this out; a mapping must not hang on one that breaks it. */
    private static InvocationResult failure(Throwable error) {
        @Nullable
        String message = error.getMessage();
        return new InvocationResult.Failure(error.getClass().getName(), message == null ? "" : message);
    }
}
