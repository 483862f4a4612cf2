package dev.punctual.testkit;

import java.util.concurrent.CompletableFuture;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.fiber.FiberOwner;
import dev.punctual.testkit.fiber.OwnerGoneError;
import dev.punctual.testkit.lambda.InvocationResult;

/** An execution environment of a function: one invocation at a time, until it ends. */
final class VirtualProcess implements FiberOwner {

    private boolean alive = true;
    private @Nullable CompletableFuture<InvocationResult> invocation;

    @Override
    public boolean isAlive() {
        return alive;
    }

    void requireAlive() {
        if (!alive) {
            throw new OwnerGoneError();
        }
    }

    void begin(CompletableFuture<InvocationResult> result) {
        invocation = result;
    }

    void end(InvocationResult result) {
        CompletableFuture<InvocationResult> ended = invocation;
        invocation = null;
        if (ended != null) {
            ended.complete(result);
        }
    }

    /** Ends the process: what it was about to do does not happen. */
    void crash(String errorType) {
        alive = false;
        end(new InvocationResult.Failure(errorType, "the function's process ended"));
    }
}
