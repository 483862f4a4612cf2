package dev.punctual.local.lambda;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The environment variables that Lambda sets for a function's process; pure. */
final class EnvironmentVariables {

    private static final String RUNTIME_API = "AWS_LAMBDA_RUNTIME_API";
    private static final Set<String> RESERVED = Set.of("_HANDLER", "LAMBDA_TASK_ROOT", "LAMBDA_RUNTIME_DIR", RUNTIME_API,
            "AWS_LAMBDA_FUNCTION_NAME", "AWS_LAMBDA_FUNCTION_VERSION", "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            "AWS_LAMBDA_INITIALIZATION_TYPE", "AWS_LAMBDA_LOG_GROUP_NAME", "AWS_LAMBDA_LOG_STREAM_NAME");

    private EnvironmentVariables() {
    }

    /** Whether Lambda refuses a function that sets it. */
    static boolean isReserved(String key) {
        return RESERVED.contains(key);
    }

    /** What the function set, over the defaults it may override, under what it may not. */
    static Map<String, String> of(FunctionSpec spec, String path, String logStream, String runtimeApi) {
        var all = new HashMap<>(defaults(path));
        all.put("AWS_REGION", FunctionArn.region(spec));
        all.put("AWS_DEFAULT_REGION", FunctionArn.region(spec));
        all.putAll(spec.environment());
        all.putAll(fixed(spec));
        all.put("AWS_LAMBDA_LOG_STREAM_NAME", logStream);
        all.put(RUNTIME_API, runtimeApi);
        return all;
    }

    private static Map<String, String> defaults(String path) {
        return Map.of("AWS_ACCESS_KEY_ID", "local", "AWS_SECRET_ACCESS_KEY", "local", "LANG", "en_US.UTF-8", "TZ", ":UTC",
                "PATH", path);
    }

    private static Map<String, String> fixed(FunctionSpec spec) {
        var root = spec.workingDirectory().toString();
        return Map.of("_HANDLER", spec.handler(), "LAMBDA_TASK_ROOT", root, "LAMBDA_RUNTIME_DIR", root,
                "AWS_LAMBDA_FUNCTION_NAME", spec.name(), "AWS_LAMBDA_FUNCTION_VERSION", "$LATEST",
                "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", Integer.toString(spec.memoryMb()), "AWS_LAMBDA_INITIALIZATION_TYPE",
                "on-demand", "AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/" + spec.name());
    }
}
