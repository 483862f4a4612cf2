package dev.punctual.local.lambda.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.local.lambda.HostedFunction;
import dev.punctual.local.lambda.LambdaHost;
import dev.punctual.local.time.WallScheduler;
import dev.punctual.testkit.lambda.InvocationResult;
import dev.punctual.testkit.lambda.InvocationResult.Failure;
import dev.punctual.testkit.lambda.InvocationResult.Success;

class JavaRuntimeTest {

    private static final String HANDLER = ReverseHandler.class.getName() + "::handleRequest";

    private final WallScheduler scheduler = new WallScheduler();
    private final LambdaHost host = LambdaHost.start(scheduler);
    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        host.close();
        scheduler.close();
    }

    @Test
    void runsAHandlerOfAZipOnTheRuntimeInterfaceClientOfAws() throws Exception {
        try (var code = FunctionPackage.open(Packages.functionZip(folder))) {
            var function = reverse(code);
            var bytes = new byte[200_000];
            new Random(7).nextBytes(bytes);

            var once = invoke(function, bytes);
            var twice = invoke(function, ((Success) once).payload());

            assertThat(((Success) twice).payload()).isEqualTo(bytes);
            assertThat(function.counters().coldStarts()).isOne();
            await().untilAsserted(() -> assertThat(log).contains("[reverse#1] reversing for reverse with 256 MB, in time"));
        }
    }

    @Test
    void runsAHandlerOfAFolderAndPassesItsExceptionOn() throws Exception {
        var classFile = folder.resolve(Packages.HANDLER_ENTRY);
        Files.createDirectories(classFile.getParent());
        Files.write(classFile, Packages.handlerClass());
        var function = reverse(FunctionPackage.open(folder));

        assertThat(invoke(function, new byte[1]))
                .isEqualTo(new Failure("java.lang.IllegalStateException", "one byte cannot be reversed"));
        assertThat(invoke(function, new byte[3])).isInstanceOf(Success.class);
        assertThat(function.counters().coldStarts()).isOne();
    }

    @Test
    void givesEveryProcessTheSameLibraryInsteadOfLettingEachUnpackItsOwn() {
        var option = "-D" + NativeClientLibrary.PROPERTY + "=";

        var library = JavaRuntime.ofThisJvm().command(HANDLER, 256).stream().filter(part -> part.startsWith(option)).toList();

        assertThat(library).singleElement()
                .satisfies(part -> assertThat(Path.of(part.substring(option.length()))).isNotEmptyFile());
        assertThat(JavaRuntime.ofThisJvm().command(HANDLER, 512)).containsAll(library);
    }

    @Test
    void startsManyEnvironmentsAtOnce() throws Exception {
        try (var code = FunctionPackage.open(Packages.functionZip(folder))) {
            var function = reverse(code);

            var results = IntStream.range(0, 6).mapToObj(i -> function.invoke(new byte[3]).toCompletableFuture())
                    .toList();

            for (var result : results) {
                assertThat(result.get(60, TimeUnit.SECONDS)).isInstanceOf(Success.class);
            }
            assertThat(function.counters().coldStarts()).isEqualTo(6);
        }
    }

    @Test
    void refusesAnAnswerOverSixMegabytes() throws Exception {
        try (var code = FunctionPackage.open(Packages.functionZip(folder))) {
            var function = reverse(code);

            assertThat(invoke(function, new byte[2])).isEqualTo(new Failure("Function.ResponseSizeTooLarge",
                    "Response payload size (7000002 bytes) exceeded maximum allowed payload size (6291556 bytes)."));
            assertThat(invoke(function, new byte[3])).isInstanceOf(Success.class);
            assertThat(function.counters().coldStarts()).isOne();
        }
    }

    @Test
    void failsToInitializeWithoutTheHandlersClass() {
        var function = reverse(FunctionPackage.open(folder));

        assertThat(invoke(function, new byte[3])).isInstanceOfSatisfying(Failure.class, failure -> {
            assertThat(failure.errorType()).isEqualTo("java.lang.ClassNotFoundException");
            assertThat(failure.message()).contains(ReverseHandler.class.getName());
        });
    }

    @Test
    void givesTheHeapItsShareOfTheMemory() {
        assertThat(JavaRuntime.ofThisJvm().command(HANDLER, 512)).contains("-Xmx445644k", "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1").endsWith(RuntimeInterfaceClient.MAIN_CLASS, HANDLER);
    }

    @Test
    void saysWhichLibraryIsMissing() {
        assertThatThrownBy(() -> RuntimeInterfaceClient.jarOf("com.amazonaws.NotThere"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("AWS's runtime interface client is needed to run a Java function, but class com.amazonaws.NotThere"
                        + " is not on the class path of this JVM; add com.amazonaws:aws-lambda-java-runtime-interface-client.");
    }

    private HostedFunction reverse(FunctionPackage code) {
        return host.register(JavaRuntime.ofThisJvm().function("reverse", code, HANDLER, 256).timeout(Duration.ofSeconds(30))
                .log(log::add).build());
    }

    private static InvocationResult invoke(HostedFunction function, byte[] payload) {
        return function.invoke(payload).toCompletableFuture().orTimeout(30, TimeUnit.SECONDS).join();
    }
}
