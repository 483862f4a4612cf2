package dev.punctual.local.lambda;

import static dev.punctual.local.lambda.TinyFunctions.await;
import static dev.punctual.local.lambda.TinyFunctions.begin;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.punctual.local.time.WallScheduler;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.InvocationResult.Failure;
import dev.punctual.testkit.lambda.InvocationResult.Success;
import dev.punctual.testkit.lambda.InvocationResult.Throttled;

class LambdaUnderFireTest {

    private static final int CALLERS = 4;
    private static final int CALLS = 100;

    @Test
    void bringsEveryInvocationToExactlyOneEndWhileProcessesAreKilled() throws Exception {
        try (var scheduler = new WallScheduler(); var host = LambdaHost.start(scheduler)) {
            var function = host.register(new TinyFunctions().aFunction().maximumConcurrency(3).build());
            function.order(new EnvironmentFault(number -> number % 40 == 0, Duration.ZERO));

            var results = callFromAllSides(function);

            var counters = function.counters();
            assertThat(results).hasSize(CALLERS * CALLS);
            assertThat(count(results, Throttled.class)).isEqualTo(counters.throttles());
            assertThat(count(results, Failure.class)).isEqualTo(counters.crashes());
            assertThat(count(results, Success.class)).isEqualTo(counters.invocations() - counters.crashes());
            assertThat(function.environments()).hasSizeLessThanOrEqualTo(3)
                    .allSatisfy(environment -> assertThat(environment.state()).isEqualTo(EnvironmentView.State.IDLE));
        }
    }

    private static List<InvocationResult> callFromAllSides(HostedFunction function) throws Exception {
        var callers = Executors.newFixedThreadPool(CALLERS);
        try {
            Callable<List<InvocationResult>> caller = () -> IntStream.range(0, CALLS)
                    .mapToObj(call -> await(begin(function, "event " + call))).toList();
            var results = new ArrayList<InvocationResult>();
            for (var calls : callers.invokeAll(IntStream.range(0, CALLERS).mapToObj(i -> caller).toList())) {
                results.addAll(calls.get());
            }
            return results;
        } finally {
            callers.shutdown();
        }
    }

    private static long count(List<InvocationResult> results, Class<? extends InvocationResult> type) {
        return results.stream().filter(type::isInstance).count();
    }
}
