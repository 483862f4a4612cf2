package dev.punctual.local.lambda;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;

/** A function that runs as processes of this machine. Safe for use by many threads. */
public final class HostedFunction implements LambdaFunction {

    private final FunctionSpec spec;
    private final Machine machine;
    private final Tally tally = new Tally();
    private final FunctionPool pool;

    HostedFunction(FunctionSpec spec, Machine machine) {
        this.spec = spec;
        this.machine = machine;
        this.pool = new FunctionPool(spec, machine, tally);
    }

    /** What it was registered as. */
    public FunctionSpec spec() {
        return spec;
    }

    /** The name by which AWS would know it, in account 000000000000. */
    public String arn() {
        return FunctionArn.of(spec);
    }

    /**
     * Invokes the function in a warm environment, the one used last, or in a new one.
     *
     * <p>
     * A payload over 6 MiB, and any invocation after the host was closed, is a failure.
     */
    @Override
    public CompletionStage<InvocationResult> invoke(byte[] payload) {
        if (payload.length > Failures.PAYLOAD_LIMIT_BYTES) {
            return CompletableFuture.completedFuture(Failures.requestTooLarge(payload.length));
        }
        var answer = new CompletableFuture<InvocationResult>();
        var bytes = payload.clone();
        if (!machine.loop().offer(() -> pool.invoke(bytes, answer))) {
            answer.complete(Failures.hostClosed(machine.identifiers().requestId(), spec.name()));
        }
        return answer;
    }

    /** Its environments, oldest first, as they are now. */
    public List<EnvironmentView> environments() {
        return pool.views();
    }

    /** What it has been through. */
    public FunctionCounters counters() {
        return tally.read();
    }

    /** Orders a fault, in place of the one ordered before. */
    public void order(EnvironmentFault fault) {
        machine.loop().execute(() -> pool.order(fault));
    }

    /** Kills the process of one environment (SIGKILL), whatever it does; nothing happens if there is none of that id. */
    public void kill(String environmentId) {
        machine.loop().execute(() -> pool.kill(environmentId));
    }

    FunctionPool pool() {
        return pool;
    }
}
