package dev.punctual.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * One function as the host runs it: an immutable value, checked when it is made.
 *
 * @param name 1–64 letters, digits, {@code -} and {@code _}, as AWS takes it
 * @param command the program that speaks the Runtime API, and its arguments
 * @param environment variables of the function, beside those that Lambda sets; the latter cannot be overridden, save
 *        region, credentials, {@code TZ}, {@code LANG} and {@code PATH}
 * @param workingDirectory where the process starts; also {@code LAMBDA_TASK_ROOT}
 * @param handler what the runtime is told to call ({@code _HANDLER}); empty where the program knows
 * @param timeout of an invocation, 1 s – 900 s, after which the process is killed
 * @param memoryMb 128–10,240; told to the process, not enforced by the host
 * @param maximumConcurrency environments that may work at a time, 1 or more (reserved concurrency): one more is throttled
 * @param initTimeout how long a cold start may take until the first call for an event
 * @param idleTime after which an environment without work is ended
 * @param log gets each line the function writes, after its environment's id; called by several threads
 */
public record FunctionSpec(String name, List<String> command, Map<String, String> environment, Path workingDirectory,
        String handler, Duration timeout, int memoryMb, int maximumConcurrency, Duration initTimeout, Duration idleTime,
        Consumer<String> log) {

    /** @throws IllegalArgumentException with the function, the setting, what was given and what is taken */
    public FunctionSpec {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
        var check = new SpecCheck(name);
        check.name();
        check.command(command);
        check.environment(environment);
        check.directory(workingDirectory);
        check.between("timeout", timeout, Duration.ofSeconds(1), Duration.ofSeconds(900));
        check.between("memoryMb", memoryMb, 128, 10_240);
        check.between("maximumConcurrency", maximumConcurrency, 1, Integer.MAX_VALUE);
        check.positive("initTimeout", initTimeout);
        check.positive("idleTime", idleTime);
    }

    /** Starts a function of this name with AWS's defaults: 3 s, 128 MB, 10 s to initialize; 1,000 environments, 5 min idle. */
    public static FunctionSpecBuilder builder(String name) {
        return new FunctionSpecBuilder(name);
    }
}
