package dev.punctual.local.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class FunctionSpecTest {

    @Test
    void hasTheDefaultsOfAws() {
        var spec = FunctionSpec.builder("orders").command(List.of("./bootstrap")).build();

        assertThat(spec.timeout()).isEqualTo(Duration.ofSeconds(3));
        assertThat(spec.memoryMb()).isEqualTo(128);
        assertThat(spec.initTimeout()).isEqualTo(Duration.ofSeconds(10));
        assertThat(spec.maximumConcurrency()).isEqualTo(1_000);
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                mistake(b -> b.command(List.of()), "command was '[]'; name the program to start."),
                mistake(b -> b.timeout(Duration.ofMillis(999)), "timeout was 'PT0.999S'; use 1 to 900 seconds."),
                mistake(b -> b.timeout(Duration.ofSeconds(901)), "timeout was 'PT15M1S'; use 1 to 900 seconds."),
                mistake(b -> b.memoryMb(127), "memoryMb was '127'; use 128 to 10240."),
                mistake(b -> b.memoryMb(10_241), "memoryMb was '10241'; use 128 to 10240."),
                mistake(b -> b.maximumConcurrency(0), "maximumConcurrency was '0'; use 1 or more."),
                mistake(b -> b.initTimeout(Duration.ZERO), "initTimeout was 'PT0S'; use a positive duration."),
                mistake(b -> b.idleTime(Duration.ofSeconds(-1)), "idleTime was 'PT-1S'; use a positive duration."),
                mistake(b -> b.workingDirectory(Path.of("/no/such")),
                        "workingDirectory was '/no/such'; name a directory that exists."),
                mistake(b -> b.environment("_HANDLER", "x"),
                        "environment variable was '_HANDLER'; remove it: Lambda sets it itself."),
                mistake(b -> b.environment("A=B", "x"),
                        "environment variable was 'A=B'; a name has no '=' and is not empty."));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void refusesAndSaysWhatToMend(UnaryOperator<FunctionSpecBuilder> mistake, String message) {
        var builder = mistake.apply(FunctionSpec.builder("orders").command(List.of("./bootstrap")));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Function 'orders': " + message);
    }

    @Test
    void refusesANameThatAwsRefuses() {
        var builder = FunctionSpec.builder("my orders").command(List.of("./bootstrap"));

        assertThatThrownBy(builder::build).isInstanceOf(IllegalArgumentException.class).hasMessage(
                "Function 'my orders': name was 'my orders'; use 1 to 64 letters, digits, '-' and '_'.");
    }

    @Test
    void givesTheProcessItsRegionAndCredentialsUnlessTheFunctionHasItsOwn() {
        var plain = FunctionSpec.builder("orders").command(List.of("./bootstrap")).build();
        var own = FunctionSpec.builder("orders").command(List.of("./bootstrap")).environment("AWS_REGION", "eu-central-1")
                .environment("AWS_ACCESS_KEY_ID", "mine").handler("com.acme.Handler").build();

        assertThat(EnvironmentVariables.of(plain, "/bin", "stream", "127.0.0.1:1"))
                .containsEntry("AWS_REGION", "us-east-1").containsEntry("AWS_ACCESS_KEY_ID", "local")
                .containsEntry("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/orders")
                .containsEntry("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand").containsEntry("PATH", "/bin")
                .containsEntry("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:1");
        assertThat(EnvironmentVariables.of(own, "/bin", "stream", "127.0.0.1:1"))
                .containsEntry("AWS_REGION", "eu-central-1").containsEntry("AWS_DEFAULT_REGION", "eu-central-1")
                .containsEntry("AWS_ACCESS_KEY_ID", "mine").containsEntry("_HANDLER", "com.acme.Handler");
        assertThat(FunctionArn.of(own)).isEqualTo("arn:aws:lambda:eu-central-1:000000000000:function:orders");
    }

    private static Arguments mistake(UnaryOperator<FunctionSpecBuilder> mistake, String message) {
        return Arguments.of(mistake, message);
    }
}
