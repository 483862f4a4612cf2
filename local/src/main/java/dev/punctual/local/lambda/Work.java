package dev.punctual.local.lambda;

import java.util.concurrent.CompletableFuture;

import dev.punctual.testkit.lambda.InvocationResult;

/** One invocation that the host has accepted, its number counted from 1; equal only to itself. */
@SuppressWarnings("ArrayRecordComponent") // bytes on their way, and equality is identity
record Work(long number, String requestId, String traceId, byte[] payload, CompletableFuture<InvocationResult> answer) {

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return requestId.hashCode();
    }
}
