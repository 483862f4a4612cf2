package dev.punctual.local.lambda;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import dev.punctual.testkit.lambda.InvocationResult;

/** Functions that {@link TinyRuntime} serves, the log lines they write, and how to invoke them. */
public final class TinyFunctions {

    final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    FunctionSpecBuilder aFunction(String name, String mode) {
        return FunctionSpec.builder(name).command(command(mode)).log(log::add).timeout(Duration.ofSeconds(30));
    }

    FunctionSpecBuilder aFunction() {
        return aFunction("orders", "serve");
    }

    public static List<String> command(String mode) {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC", "-cp", Path.of("target", "test-classes").toAbsolutePath().toString(),
                TinyRuntime.class.getName(), mode);
    }

    static CompletionStage<InvocationResult> begin(HostedFunction function, String order) {
        return function.invoke(order.getBytes(UTF_8));
    }

    static InvocationResult invoke(HostedFunction function, String order) {
        return await(begin(function, order));
    }

    public static String answer(HostedFunction function, String order) {
        return text(invoke(function, order));
    }

    static String text(InvocationResult result) {
        if (result instanceof InvocationResult.Success success) {
            return new String(success.payload(), UTF_8);
        }
        throw new AssertionError("The invocation came to " + result);
    }

    static InvocationResult await(CompletionStage<InvocationResult> invocation) {
        try {
            return invocation.toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | InterruptedException failure) {
            throw new AssertionError("The invocation did not come to an end", failure);
        }
    }
}
