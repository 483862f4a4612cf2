package dev.punctual.local.lambda;

import static dev.punctual.local.lambda.TinyFunctions.answer;
import static dev.punctual.local.lambda.TinyFunctions.await;
import static dev.punctual.local.lambda.TinyFunctions.begin;
import static dev.punctual.local.lambda.TinyFunctions.invoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.local.time.WallScheduler;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.InvocationResult.Failure;

class LambdaFailuresTest {

    private final TinyFunctions tiny = new TinyFunctions();
    private final WallScheduler scheduler = new WallScheduler();
    private final LambdaHost host = LambdaHost.start(scheduler);

    @AfterEach
    void close() {
        host.close();
        scheduler.close();
    }

    @Test
    void passesOnTheErrorThatTheFunctionReports() {
        var function = host.register(tiny.aFunction().build());

        assertThat(invoke(function, "fail")).isEqualTo(new Failure("com.acme.Boom", "the restaurant is closed"));
        assertThat(answer(function, "next")).isEqualTo("next");
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 1, 0, 0, 0));
    }

    @Test
    void refusesAnAnswerOverSixMegabytesAndKeepsTheEnvironment() {
        var function = host.register(tiny.aFunction().build());

        assertThat(invoke(function, "big:6291556")).isInstanceOf(InvocationResult.Success.class);
        assertThat(invoke(function, "big:6291557")).isEqualTo(new Failure("Function.ResponseSizeTooLarge",
                "Response payload size (6291557 bytes) exceeded maximum allowed payload size (6291556 bytes)."));
        assertThat(function.counters().coldStarts()).isOne();
    }

    @Test
    void refusesAnEventOverSixMegabytesWithoutAProcess() {
        var function = host.register(tiny.aFunction().build());

        var result = await(function.invoke(new byte[6_291_457]));

        assertThat(result).isEqualTo(new Failure("RequestTooLargeException",
                "6291457 byte payload is too large for the RequestResponse invocation type (limit 6291456 bytes)"));
        assertThat(function.environments()).isEmpty();
    }

    @Test
    void killsTheProcessAtItsTimeoutAndReplacesItAtTheNextInvocation() {
        var function = host.register(tiny.aFunction().timeout(Duration.ofSeconds(1)).build());
        answer(function, "warm up");
        var pid = function.environments().get(0).pid();

        var result = invoke(function, "hang");

        assertThat(result).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errorType()).isEqualTo("Sandbox.Timedout");
            assertThat(failure.message()).matches("RequestId: [0-9a-f-]{36} Error: Task timed out after 1\\.00 seconds");
        });
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        assertThat(answer(function, "again")).isEqualTo("again");
        assertThat(function.counters()).isEqualTo(new FunctionCounters(3, 2, 1, 0, 0));
    }

    @Test
    void failsTheInvocationDuringWhichTheProcessExits() {
        var function = host.register(tiny.aFunction().build());

        assertThat(invoke(function, "exit:1")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errorType()).isEqualTo("Runtime.ExitError");
            assertThat(failure.message()).matches("RequestId: [0-9a-f-]{36} Error: Runtime exited with error: exit status 1");
        });
        assertThat(answer(function, "again")).isEqualTo("again");
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 2, 0, 1, 0));
    }

    @Test
    void failsAnInvocationWhoseProcessExitsAfterItsAnswer() {
        var function = host.register(tiny.aFunction().build());

        assertThat(invoke(function, "respond-and-exit:0")).isInstanceOfSatisfying(Failure.class,
                failure -> assertThat(failure.message()).endsWith("Error: Runtime exited without providing a reason"));
    }

    @Test
    void failsWithTheErrorOfTheInitialization() {
        var function = host.register(tiny.aFunction("orders", "init-error").build());

        assertThat(invoke(function, "echo")).isEqualTo(new Failure("com.acme.NoDatabase", "cannot begin"));
        assertThat(invoke(function, "echo")).isEqualTo(new Failure("com.acme.NoDatabase", "cannot begin"));
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 2, 0, 0, 0));
    }

    @Test
    void failsWhenTheInitializationExits() {
        var function = host.register(tiny.aFunction("orders", "init-exit").build());

        assertThat(invoke(function, "echo")).isInstanceOfSatisfying(Failure.class,
                failure -> assertThat(failure.message()).endsWith("Error: Runtime exited with error: exit status 4"));
    }

    @Test
    void killsAnInitializationThatTakesTooLong() {
        var function = host.register(tiny.aFunction("orders", "init-hang").initTimeout(Duration.ofMillis(700)).build());

        assertThat(invoke(function, "echo")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errorType()).isEqualTo("Sandbox.Timedout");
            assertThat(failure.message()).endsWith("Error: Initialization timed out after 0.70 seconds");
        });
        assertThat(function.counters()).isEqualTo(new FunctionCounters(1, 1, 1, 0, 0));
    }

    @Test
    void saysWhichProgramCannotBeStarted() {
        var function = host.register(tiny.aFunction().command(List.of("/no/such/bootstrap")).build());

        assertThat(invoke(function, "echo")).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errorType()).isEqualTo("Runtime.InvalidEntrypoint");
            assertThat(failure.message()).contains("/no/such/bootstrap", "No such file or directory");
        });
        await().untilAsserted(() -> assertThat(function.environments()).isEmpty());
    }

    @Test
    void killsDuringTheInvocationThatAFaultNames() {
        var function = host.register(tiny.aFunction().build());
        function.order(EnvironmentFault.killDuring(2, Duration.ofMillis(100)));

        assertThat(answer(function, "first")).isEqualTo("first");
        assertThat(invoke(function, "hang")).isInstanceOfSatisfying(Failure.class,
                failure -> assertThat(failure.message()).endsWith("Error: Runtime exited with error: signal: killed"));
        assertThat(answer(function, "third")).isEqualTo("third");
        assertThat(function.counters()).isEqualTo(new FunctionCounters(3, 2, 0, 1, 0));
    }

    @Test
    void killsAQuickInvocationToo() {
        var function = host.register(tiny.aFunction().build());
        function.order(EnvironmentFault.killDuring(2));

        assertThat(answer(function, "first")).isEqualTo("first");
        assertThat(invoke(function, "quick")).isInstanceOfSatisfying(Failure.class,
                failure -> assertThat(failure.message()).endsWith("Error: Runtime exited with error: signal: killed"));
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 1, 0, 1, 0));
    }

    @Test
    void sparesAnInvocationThatIsOverBeforeTheFaultStrikes() {
        var function = host.register(tiny.aFunction().build());
        function.order(EnvironmentFault.killDuring(1, Duration.ofMillis(300)));

        assertThat(answer(function, "quick")).isEqualTo("quick");
        await().during(Duration.ofMillis(500)).untilAsserted(() -> assertThat(function.environments()).hasSize(1));
        assertThat(function.counters().crashes()).isZero();
    }

    @Test
    void killsWhatABootstrapScriptStarted() {
        var script = List.of("/bin/sh", "-c", String.join(" ", TinyFunctions.command("serve")) + "; exit $?");
        var function = host.register(tiny.aFunction().command(script).timeout(Duration.ofSeconds(1)).build());
        answer(function, "warm up");
        var children = ProcessHandle.of(function.environments().get(0).pid()).orElseThrow().descendants().toList();

        assertThat(begin(function, "hang")).succeedsWithin(Duration.ofSeconds(20)).isInstanceOf(Failure.class);

        assertThat(children).isNotEmpty();
        await().untilAsserted(() -> assertThat(children).noneMatch(ProcessHandle::isAlive));
    }
}
