package dev.punctual.local.lambda;

import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import org.jboss.logging.Logger;

/** Gathers the settings of a {@link FunctionSpec}, which checks them; not thread-safe. */
public final class FunctionSpecBuilder {

    private static final Logger FUNCTION_LOG = Logger.getLogger("dev.punctual.local.lambda.function");

    private final String name;
    private final Map<String, String> environment = new LinkedHashMap<>();
    private List<String> command = List.of();
    private Path workingDirectory = Path.of("").toAbsolutePath();
    private String handler = "";
    private Duration timeout = Duration.ofSeconds(3);
    private int memoryMb = 128;
    private int maximumConcurrency = 1_000;
    private Duration initTimeout = Duration.ofSeconds(10);
    private Duration idleTime = Duration.ofMinutes(5);
    private Consumer<String> log = FUNCTION_LOG::info;

    FunctionSpecBuilder(String name) {
        this.name = name;
    }

    /** The program to start and its arguments. */
    public FunctionSpecBuilder command(List<String> value) {
        this.command = value;
        return this;
    }

    /** Adds one environment variable. */
    public FunctionSpecBuilder environment(String key, String value) {
        environment.put(key, value);
        return this;
    }

    /** Adds environment variables. */
    public FunctionSpecBuilder environment(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    /** Where the process starts; default: where this JVM did. */
    public FunctionSpecBuilder workingDirectory(Path value) {
        this.workingDirectory = value.toAbsolutePath();
        return this;
    }

    /** What the runtime is told to call. */
    public FunctionSpecBuilder handler(String value) {
        this.handler = value;
        return this;
    }

    /** Of an invocation: 1 s – 900 s, default 3 s. */
    public FunctionSpecBuilder timeout(Duration value) {
        this.timeout = value;
        return this;
    }

    /** 128–10,240 MB, default 128. */
    public FunctionSpecBuilder memoryMb(int value) {
        this.memoryMb = value;
        return this;
    }

    /** Reserved concurrency: 1 or more, default 1,000. */
    public FunctionSpecBuilder maximumConcurrency(int value) {
        this.maximumConcurrency = value;
        return this;
    }

    /** Of a cold start: default 10 s. */
    public FunctionSpecBuilder initTimeout(Duration value) {
        this.initTimeout = value;
        return this;
    }

    /** After which an environment without work is ended: default 5 min. */
    public FunctionSpecBuilder idleTime(Duration value) {
        this.idleTime = value;
        return this;
    }

    /** Who gets the function's log lines; default: the logger {@code dev.punctual.local.lambda.function}. */
    public FunctionSpecBuilder log(Consumer<String> value) {
        this.log = value;
        return this;
    }

    /** Makes the spec, or throws an {@link IllegalArgumentException} that says what to mend. */
    public FunctionSpec build() {
        return new FunctionSpec(name, command, environment, workingDirectory, handler, timeout, memoryMb, maximumConcurrency,
                initTimeout, idleTime, log);
    }
}
