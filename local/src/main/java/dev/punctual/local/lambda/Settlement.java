package dev.punctual.local.lambda;

import dev.punctual.testkit.lambda.InvocationResult;

/** An invocation and what it came to. */
record Settlement(Work work, InvocationResult result) {
}
