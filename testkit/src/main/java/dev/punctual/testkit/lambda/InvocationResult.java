package dev.punctual.testkit.lambda;

/** What one invocation of a {@link LambdaFunction} came to. */
public sealed interface InvocationResult {

    /**
     * The function answered.
     *
     * @param payload its answer as it stands, UTF-8 JSON or empty
     */
    record Success(byte[] payload) implements InvocationResult {
    }

    /**
     * The function reported an error, ran into its timeout, or its process ended ({@code FunctionError} of AWS's Invoke).
     *
     * @param errorType such as {@code java.lang.IllegalStateException}, {@code Sandbox.Timedout}, {@code Runtime.ExitError}
     * @param message what is known of the error
     */
    record Failure(String errorType, String message) implements InvocationResult {
    }

    /** The function's concurrency was used up (HTTP 429 of AWS's Invoke): the mapping tries again later. */
    record Throttled() implements InvocationResult {
    }
}
