package dev.punctual.local.lambda.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.punctual.local.lambda.LambdaHost;
import dev.punctual.local.lambda.TinyFunctions;
import dev.punctual.local.time.WallScheduler;

class NativeRuntimeTest {

    private final ConcurrentLinkedQueue<String> log = new ConcurrentLinkedQueue<>();

    @TempDir
    private Path folder;

    @Test
    void runsTheBootstrapOfAZip() throws IOException {
        var zip = Packages.zip(folder.resolve("f.zip"), Map.of("bootstrap", script().getBytes(UTF_8)));

        try (var code = FunctionPackage.open(zip);
                var scheduler = new WallScheduler();
                var host = LambdaHost.start(scheduler)) {
            var function = host.register(NativeRuntime.function("orders", code).timeout(Duration.ofSeconds(30)).log(log::add)
                    .build());

            var answer = TinyFunctions.answer(function, "variable:LAMBDA_TASK_ROOT");

            assertThat(answer).isEqualTo(code.folder().toString());
            await().untilAsserted(() -> assertThat(log).contains("[orders#1] starting as orders"));
        }
    }

    @Test
    void refusesAFolderWithoutAnExecutableBootstrap() throws IOException {
        var code = FunctionPackage.open(folder);
        var bootstrap = folder.resolve("bootstrap");

        assertThatThrownBy(() -> NativeRuntime.function("orders", code)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "Function 'orders': " + bootstrap + " is not there; package the application as a custom runtime.");
        Files.writeString(bootstrap, "#!/bin/sh\n");
        assertThatThrownBy(() -> NativeRuntime.function("orders", code)).isInstanceOf(IllegalArgumentException.class)
                .hasMessage("Function 'orders': " + bootstrap + " must not be executed; set its permission (chmod +x).");
    }

    private static String script() {
        return "#!/bin/sh\nexec '" + String.join("' '", TinyFunctions.command("serve")) + "'\n";
    }
}
