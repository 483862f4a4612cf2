package dev.punctual.local.deployment;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import dev.punctual.local.lambda.FunctionSpecBuilder;
import dev.punctual.local.lambda.HostedFunction;
import dev.punctual.local.lambda.LambdaHost;
import dev.punctual.local.lambda.packaging.FunctionPackage;
import dev.punctual.local.lambda.packaging.JavaRuntime;
import dev.punctual.local.lambda.packaging.NativeRuntime;

/** Registers the functions of a template with the host of this machine. */
final class Functions {

    /** What has no effect here: where the code is, what runs it, what it may do, and where it logs. */
    private static final Set<String> WITHOUT_EFFECT = Set.of("Architectures", "AutoPublishAlias", "Code", "CodeUri",
            "Description", "ImageUri", "LoggingConfig", "PackageType", "RecursiveLoop", "Role", "SnapStart", "Tags",
            "VpcConfig");
    private static final Set<String> HEEDED = Set.of("Environment", "FunctionName", "Handler", "MemorySize",
            "ReservedConcurrentExecutions", "Runtime", "Timeout");
    private static final int MEMORY_MB = 128;
    private static final Duration TIMEOUT = Duration.ofSeconds(3);

    /**
     * What the functions of an application run with.
     *
     * @param code the artefact
     * @param endpoint where AWS is
     * @param environment variables in addition to those of the template
     * @param log gets the lines that they print
     */
    record Setting(FunctionPackage code, URI endpoint, Map<String, String> environment, Consumer<String> log) {
    }

    private final Surroundings surroundings;
    private final LambdaHost host;
    private final Setting setting;
    private final Map<String, HostedFunction> byName = new LinkedHashMap<>();

    Functions(Surroundings surroundings, LambdaHost host, Setting setting) {
        this.surroundings = surroundings;
        this.host = host;
        this.setting = setting;
    }

    void register(Declared declared) {
        Properties properties = surroundings.properties(declared);
        Set<String> known = new HashSet<>(HEEDED);
        known.addAll(WITHOUT_EFFECT);
        properties.requireOnly(known);
        String name = surroundings.name(declared);
        FunctionSpecBuilder spec = runtime(name, properties).environment(environment(name, properties))
                .memoryMb(properties.number("MemorySize").orElse(MEMORY_MB))
                .timeout(properties.seconds("Timeout").orElse(TIMEOUT)).log(setting.log());
        properties.number("ReservedConcurrentExecutions").ifPresent(spec::maximumConcurrency);
        byName.put(name, host.register(spec.build()));
    }

    private FunctionSpecBuilder runtime(String name, Properties properties) {
        String runtime = properties.required("Runtime");
        if (runtime.startsWith("provided")) {
            return NativeRuntime.function(name, setting.code());
        }
        if (runtime.startsWith("java")) {
            return JavaRuntime.ofThisJvm().function(name, setting.code(), properties.required("Handler"),
                    properties.number("MemorySize").orElse(MEMORY_MB));
        }
        throw new IllegalArgumentException(
                properties.where() + ": the runtime '" + runtime + "' is not here; java… and provided… are");
    }

    /** The access key is the function's name, so that the endpoints can tell who calls. */
    private Map<String, String> environment(String name, Properties properties) {
        Map<String, String> environment = new HashMap<>();
        environment.put("AWS_ENDPOINT_URL", setting.endpoint().toString());
        environment.put("AWS_ACCESS_KEY_ID", name);
        environment.put("AWS_SECRET_ACCESS_KEY", "local");
        properties.part("Environment").flatMap(part -> part.part("Variables"))
                .ifPresent(
                        variables -> variables.values().forEach((key, value) -> environment.put(key, String.valueOf(value))));
        environment.putAll(setting.environment());
        return environment;
    }

    /**
     * @param reference a function's name, or its ARN
     * @throws IllegalArgumentException if the template has no such function
     */
    HostedFunction find(String reference) {
        HostedFunction function = byName.get(reference.substring(reference.lastIndexOf(':') + 1));
        if (function == null) {
            throw new IllegalArgumentException("The template has no function '" + reference + "'; it has " + byName.keySet());
        }
        return function;
    }
}
