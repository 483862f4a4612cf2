package dev.punctual.local.lambda;

import static dev.punctual.local.lambda.TinyFunctions.answer;
import static dev.punctual.local.lambda.TinyFunctions.await;
import static dev.punctual.local.lambda.TinyFunctions.begin;
import static dev.punctual.local.lambda.TinyFunctions.invoke;
import static dev.punctual.local.lambda.TinyFunctions.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.Random;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.local.lambda.EnvironmentView.State;
import dev.punctual.local.time.WallScheduler;
import dev.punctual.testkit.lambda.InvocationResult.Failure;
import dev.punctual.testkit.lambda.InvocationResult.Success;
import dev.punctual.testkit.lambda.InvocationResult.Throttled;

class LambdaHostTest {

    private final TinyFunctions tiny = new TinyFunctions();
    private final WallScheduler scheduler = new WallScheduler();
    private final LambdaHost host = LambdaHost.start(scheduler);

    @AfterEach
    void close() {
        host.close();
        scheduler.close();
    }

    @Test
    void passesBytesThroughUnchanged() {
        var function = host.register(tiny.aFunction().build());
        var bytes = new byte[1_000_000];
        new Random(7).nextBytes(bytes);

        var result = await(function.invoke(bytes));

        assertThat(result).isInstanceOfSatisfying(Success.class, success -> assertThat(success.payload()).isEqualTo(bytes));
    }

    @Test
    void passesAnEmptyEventAndAnEmptyAnswer() {
        var function = host.register(tiny.aFunction().build());

        assertThat(answer(function, "")).isEmpty();
    }

    @Test
    void tellsTheRuntimeOfTheInvocation() {
        var function = host.register(tiny.aFunction().build());
        var before = System.currentTimeMillis();

        var headers = answer(function, "headers").split("\\|");

        assertThat(headers[0]).matches("[0-9a-f-]{36}");
        assertThat(Long.parseLong(headers[1])).isBetween(before + 30_000, System.currentTimeMillis() + 30_000);
        assertThat(headers[2]).isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:orders").isEqualTo(function.arn());
        assertThat(headers[3]).matches("Root=1-[0-9a-f]{8}-[0-9a-f]{24};Parent=[0-9a-f]{16};Sampled=0");
    }

    @Test
    void setsTheVariablesOfLambdaAndOfTheFunctionAndInheritsNone() {
        var function = host.register(tiny.aFunction().environment("GREETING", "hello").memoryMb(512).build());

        assertThat(answer(function, "variable:GREETING")).isEqualTo("hello");
        assertThat(answer(function, "variable:AWS_LAMBDA_FUNCTION_MEMORY_SIZE")).isEqualTo("512");
        assertThat(answer(function, "variable:HOME")).isEqualTo("unset");
    }

    @Test
    void refusesWhatBreaksTheProtocol() {
        var function = host.register(tiny.aFunction().build());

        assertThat(answer(function, "protocol")).isEqualTo("400 403 403 404");
    }

    @Test
    void reusesTheWarmEnvironment() {
        var function = host.register(tiny.aFunction().build());

        answer(function, "one");
        var first = function.environments();
        answer(function, "two");

        assertThat(function.environments()).singleElement().satisfies(environment -> {
            assertThat(environment.pid()).isEqualTo(first.get(0).pid()).isPositive();
            assertThat(environment.state()).isEqualTo(State.IDLE);
            assertThat(environment.invocations()).isEqualTo(2);
        });
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 1, 0, 0, 0));
    }

    @Test
    void runsOneProcessPerConcurrentInvocationAndThrottlesAboveTheReservedConcurrency() {
        var function = host.register(tiny.aFunction().maximumConcurrency(2).build());

        var hanging = begin(function, "hang");
        var other = begin(function, "hang");
        var third = invoke(function, "echo");

        assertThat(third).isEqualTo(new Throttled());
        await().until(
                () -> function.environments().stream().filter(e -> e.state() == State.WORKING && e.pid() > 0).count() == 2);
        assertThat(function.environments()).extracting(EnvironmentView::pid).doesNotHaveDuplicates();
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 2, 0, 0, 1));
        function.environments().forEach(environment -> function.kill(environment.id()));
        assertThat(await(hanging)).isInstanceOf(Failure.class);
        assertThat(await(other)).isInstanceOf(Failure.class);
        assertThat(answer(function, "again")).isEqualTo("again");
    }

    @Test
    void picksTheEnvironmentUsedLast() {
        var function = host.register(tiny.aFunction().build());
        var first = begin(function, "one");
        var second = begin(function, "two");
        text(await(first));
        text(await(second));

        answer(function, "three");
        var used = function.environments().stream().filter(e -> e.invocations() == 2).findFirst().orElseThrow();
        answer(function, "four");

        assertThat(function.environments()).filteredOn(e -> e.id().equals(used.id())).extracting(EnvironmentView::invocations)
                .containsExactly(3);
    }

    @Test
    void neverThrottlesACallerThatWaitsForEachAnswer() {
        var function = host.register(tiny.aFunction().maximumConcurrency(1).build());

        for (var i = 0; i < 200; i++) {
            assertThat(answer(function, "event " + i)).isEqualTo("event " + i);
        }

        assertThat(function.counters()).isEqualTo(new FunctionCounters(200, 1, 0, 0, 0));
    }

    @Test
    void prefixesTheLinesThatAFunctionWrites() {
        var function = host.register(tiny.aFunction().build());

        answer(function, "echo");

        await().untilAsserted(() -> assertThat(tiny.log).contains("[orders#1] starting as orders"));
    }

    @Test
    void refusesASecondFunctionOfTheSameName() {
        var function = host.register(tiny.aFunction().build());

        assertThatThrownBy(() -> host.register(tiny.aFunction().build())).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Function 'orders' is registered already; give each function a name of its own.");
        assertThat(host.functions()).containsExactly(function);
    }
}
