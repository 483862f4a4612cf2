package dev.punctual.local.lambda;

import java.nio.file.Path;
import java.util.List;

import dev.punctual.local.time.WallScheduler;

/** A program that hosts a function and forgets to close the host: prints the function's process id, ends with its input. */
final class HostedJvm {

    private HostedJvm() {
    }

    public static void main(String[] arguments) throws Exception {
        var function = LambdaHost.start(new WallScheduler()).register(new TinyFunctions().aFunction().build());
        TinyFunctions.answer(function, "echo");
        System.out.println(function.environments().get(0).pid());
        System.in.readAllBytes();
        System.exit(0);
    }

    static List<String> command() {
        return List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
                System.getProperty("java.class.path"), HostedJvm.class.getName());
    }
}
