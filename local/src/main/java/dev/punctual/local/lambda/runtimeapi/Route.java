package dev.punctual.local.lambda.runtimeapi;

import java.util.List;

/** Where a call of the Runtime API leads. */
sealed interface Route {

    /** The version that all of Lambda's runtimes speak. */
    String BASE = "/2018-06-01/runtime/";

    record Next() implements Route {
    }

    record Response(String requestId) implements Route {
    }

    record Failure(String requestId) implements Route {
    }

    record InitFailure() implements Route {
    }

    record Unknown() implements Route {
    }

    /** Finds the route of a call; pure. */
    static Route of(String method, String path) {
        if (!path.startsWith(BASE)) {
            return new Unknown();
        }
        var parts = List.of(path.substring(BASE.length()).split("/", -1));
        var ofInvocation = parts.size() == 3 && parts.get(0).equals("invocation");
        return ofInvocation ? ofInvocation(method, parts.get(1), parts.get(2)) : ofRuntime(method, parts);
    }

    private static Route ofRuntime(String method, List<String> parts) {
        return switch (method + " " + String.join("/", parts)) {
            case "GET invocation/next" -> new Next();
            case "POST init/error" -> new InitFailure();
            default -> new Unknown();
        };
    }

    private static Route ofInvocation(String method, String requestId, String what) {
        return switch (method + " " + what) {
            case "POST response" -> new Response(requestId);
            case "POST error" -> new Failure(requestId);
            default -> new Unknown();
        };
    }
}
