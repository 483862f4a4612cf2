package dev.punctual.testkit.mapping;

import static dev.punctual.testkit.mapping.StreamMappingFixture.settings;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.LambdaFunction;

/** A function that breaks its contract has failed; it never leaves a mapping hanging. */
class BrokenFunctionTest {

    private final StreamMappingFixture world = new StreamMappingFixture(1);

    static Stream<Named<LambdaFunction>> failingFunctions() {
        return Stream.of(Named.of("throws an exception", payload -> {
            throw new IllegalStateException("broken");
        }), Named.of("throws an error", payload -> {
            throw new StackOverflowError("broken");
        }), Named.of("completes exceptionally", payload -> CompletableFuture.failedFuture(new IllegalStateException("broken"))),
                Named.of("completes exceptionally further up", payload -> CompletableFuture
                        .<InvocationResult> failedFuture(new CompletionException(new IllegalStateException("broken")))));
    }

    @ParameterizedTest
    @MethodSource("failingFunctions")
    void countsAsFailedWithWhatItThrew(LambdaFunction function) {
        world.putAll("1", "2");
        var mapping = world.start(settings().batchSize(1).maximumRetryAttempts(0), function);

        world.passSeconds(5);

        assertThat(mapping.progress().lastResult()).hasValueSatisfying(
                result -> assertThat(result).isInstanceOfSatisfying(InvocationResult.Failure.class, failure -> {
                    assertThat(failure.errorType()).isIn("java.lang.IllegalStateException", "java.lang.StackOverflowError");
                    assertThat(failure.message()).isEqualTo("broken");
                }));
        assertThat(mapping.progress().itemsDiscarded()).isEqualTo(2);
        assertThat(mapping.progress().isIdle()).isTrue();
    }

    @SuppressWarnings("NullAway") // the point of these functions
    static Stream<Named<LambdaFunction>> functionsWithoutAResult() {
        return Stream.of(Named.of("returns null", payload -> null),
                Named.of("completes with null", payload -> CompletableFuture.completedFuture(null)));
    }

    @ParameterizedTest
    @MethodSource("functionsWithoutAResult")
    void countsAsFailedWithoutAResult(LambdaFunction function) {
        world.putAll("1");
        var mapping = world.start(settings().maximumRetryAttempts(0), function);

        world.passSeconds(5);

        assertThat(mapping.progress().lastResult()).containsInstanceOf(InvocationResult.Failure.class);
        assertThat(mapping.progress().isIdle()).isTrue();
    }
}
