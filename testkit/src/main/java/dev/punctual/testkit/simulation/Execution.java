package dev.punctual.testkit.simulation;

import java.time.Instant;
import java.util.concurrent.CompletableFuture;

import dev.punctual.testkit.lambda.InvocationResult;

/**
 * One invocation of a function.
 *
 * @param id from 1
 * @param end when Lambda ends it
 * @param result completes once
 */
record Execution(int id, String function, SimulatedProcess process, Instant end, CompletableFuture<InvocationResult> result) {

    Execution(int id, String function, SimulatedProcess process, Instant end) {
        this(id, function, process, end, new CompletableFuture<>());
    }
}
