package dev.punctual.local.wire;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.RejectedExecutionException;

import org.jspecify.annotations.Nullable;

import dev.punctual.local.http.HttpAnswer;
import dev.punctual.testkit.faults.Call;
import dev.punctual.testkit.faults.FaultPlan;
import dev.punctual.testkit.time.Scheduler;

/**
 * Holds answers back for as long as the fault plan orders, without a thread that waits, and cuts off those it orders to.
 *
 * <p>
 * The operation itself happens at once: a client that gives up early has its effect all the same, as with AWS.
 */
public record AnswerFaults(FaultPlan faults, Scheduler scheduler) {

    /** The answer as the caller is to get it; to be asked once per call. */
    public CompletionStage<HttpAnswer> strike(Call call, CompletionStage<HttpAnswer> answer) {
        CompletionStage<HttpAnswer> sent = faults.cutsOff(call) ? answer.thenApply(HttpAnswer::broken) : answer;
        Duration delay = faults.latency(call);
        if (delay.isZero()) {
            return sent;
        }
        CompletableFuture<HttpAnswer> held = new CompletableFuture<>();
        sent.whenComplete((value, failure) -> release(held, value, failure, delay));
        return held;
    }

    private void release(CompletableFuture<HttpAnswer> held, @Nullable HttpAnswer value, @Nullable Throwable failure,
            Duration delay) {
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
