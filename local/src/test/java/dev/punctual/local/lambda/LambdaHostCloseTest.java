package dev.punctual.local.lambda;

import static dev.punctual.local.lambda.TinyFunctions.answer;
import static dev.punctual.local.lambda.TinyFunctions.await;
import static dev.punctual.local.lambda.TinyFunctions.begin;
import static dev.punctual.local.lambda.TinyFunctions.invoke;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.UUID;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import dev.punctual.local.lambda.EnvironmentView.State;
import dev.punctual.local.time.WallScheduler;
import dev.punctual.testkit.lambda.InvocationResult.Failure;

class LambdaHostCloseTest {

    private final TinyFunctions tiny = new TinyFunctions();
    private final WallScheduler scheduler = new WallScheduler();
    private final LambdaHost host = LambdaHost.start(scheduler, Duration.ofMillis(1_500), UUID::randomUUID);

    @AfterEach
    void close() {
        host.close();
        scheduler.close();
    }

    @Test
    void asksTheProcessesToEndAndWaitsForThem() {
        var function = host.register(tiny.aFunction().build());
        answer(function, "echo");
        var process = ProcessHandle.of(function.environments().get(0).pid()).orElseThrow();

        host.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(function.environments()).isEmpty();
        await().untilAsserted(() -> assertThat(tiny.log).contains("[orders#1] told to end"));
    }

    @Test
    void endsByForceAProcessThatDoesNotListen() {
        var function = host.register(tiny.aFunction("orders", "stubborn").build());
        answer(function, "echo");
        var process = ProcessHandle.of(function.environments().get(0).pid()).orElseThrow();

        host.close();

        assertThat(process.isAlive()).isFalse();
    }

    @Test
    void failsWhatIsUnderWay() {
        var function = host.register(tiny.aFunction().build());
        answer(function, "warm up");
        var hanging = begin(function, "hang");
        await().until(() -> function.environments().get(0).state() == State.WORKING);

        host.close();

        assertThat(await(hanging)).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errorType()).isEqualTo("Runtime.ExitError");
            assertThat(failure.message()).endsWith("Error: The host of function 'orders' was closed");
        });
    }

    @Test
    void failsAnInvocationWhoseProcessIsAboutToStart() {
        var function = host.register(tiny.aFunction().build());
        var starting = begin(function, "echo");

        host.close();

        assertThat(await(starting)).isInstanceOf(Failure.class);
        assertThat(function.environments()).isEmpty();
    }

    @Test
    void takesNothingMoreOnceClosed() {
        var function = host.register(tiny.aFunction().build());

        host.close();

        assertThat(invoke(function, "echo")).isInstanceOfSatisfying(Failure.class,
                failure -> assertThat(failure.message()).endsWith("Error: The host of function 'orders' was closed"));
        assertThatThrownBy(() -> host.register(tiny.aFunction("other", "serve").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Function 'other' cannot be registered: the host is closed.");
    }

    @Test
    void endsAnEnvironmentThatIsIdleForLong() {
        var function = host.register(tiny.aFunction().idleTime(Duration.ofMillis(300)).build());
        answer(function, "echo");

        await().untilAsserted(() -> assertThat(function.environments()).isEmpty());

        assertThat(answer(function, "again")).isEqualTo("again");
        assertThat(function.counters()).isEqualTo(new FunctionCounters(2, 2, 0, 0, 0));
    }

    @Test
    void endsItsProcessesWithItsJvm() throws Exception {
        var jvm = new ProcessBuilder(HostedJvm.command()).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        var pid = Long.parseLong(jvm.inputReader().readLine());
        assertThat(ProcessHandle.of(pid)).isPresent();

        jvm.getOutputStream().close();

        assertThat(jvm.onExit()).succeedsWithin(Duration.ofSeconds(20));
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }
}
