package dev.punctual.local.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.time.Scheduler;

/**
 * Holds answers back for as long as the fault plan orders, without a thread that waits.
 *
 * <p>
 * The operation itself happens at once: a client that gives up early has its effect all the same, as with AWS.
 */
public record Latency(FaultPlan faults, Scheduler scheduler) {

    <T> CompletionStage<T> hold(Call call, CompletionStage<T> answer) {
        Duration delay = faults.latency(call);
        if (delay.isZero()) {
            return answer;
        }
        CompletableFuture<T> held = new CompletableFuture<>();
        answer.whenComplete((value, failure) -> release(held, value, failure, delay));
        return held;
    }

    private <T> void release(CompletableFuture<T> held, @Nullable T value, @Nullable Throwable failure, Duration delay) {
        Runnable complete = () -> {
            if (failure == null) {
                held.complete(value);
            } else {
                held.completeExceptionally(failure);
            }
        };
        try {
            scheduler.schedule(delay, complete);
        } catch (RejectedExecutionException e) {
            held.completeExceptionally(e);
        }
    }
}
