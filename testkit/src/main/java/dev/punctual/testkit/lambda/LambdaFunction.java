package dev.punctual.testkit.lambda;

import java.util.concurrent.CompletionStage;

/**
 * A Lambda function as an event source mapping sees it: bytes in, a result later.
 *
 * <p>
 * The simulator implements it with code in this process, the Lambda host with processes of an application.
 */
@FunctionalInterface
public interface LambdaFunction {

    /**
     * Invokes the function once.
     *
     * @param payload the event as UTF-8 JSON
     * @return completes with the result, and never exceptionally: what goes wrong is a {@link InvocationResult}
     */
    CompletionStage<InvocationResult> invoke(byte[] payload);
}
