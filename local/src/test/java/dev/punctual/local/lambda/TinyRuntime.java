package dev.punctual.local.lambda;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;

/** The smallest program that speaks the Runtime API; the host's tests start it as a process and tell it what to do. */
final class TinyRuntime {

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String BASE = "http://" + System.getenv("AWS_LAMBDA_RUNTIME_API") + "/2018-06-01/runtime/";

    private TinyRuntime() {
    }

    /**
     * Its one argument is the mode: {@code serve}, {@code init-error}, {@code init-hang}, {@code init-exit}, {@code stubborn}.
     */
    public static void main(String[] arguments) throws Exception {
        System.out.println("starting as " + System.getenv("AWS_LAMBDA_FUNCTION_NAME"));
        switch (arguments[0]) {
            case "init-error" -> initError();
            case "init-hang" -> hang();
            case "init-exit" -> System.exit(4);
            case "stubborn" -> onSigterm(TinyRuntime::hang);
            default -> onSigterm(() -> System.out.println("told to end"));
        }
        while (true) {
            serve(get("invocation/next"));
        }
    }

    private static void serve(HttpResponse<byte[]> event) throws Exception {
        var id = header(event, "Lambda-Runtime-Aws-Request-Id");
        var order = new String(event.body(), 0, Math.min(event.body().length, 100), StandardCharsets.ISO_8859_1).split(":", 2);
        switch (order[0]) {
            case "big" -> post("invocation/" + id + "/response", new byte[Integer.parseInt(order[1])]);
            case "fail" -> post("invocation/" + id + "/error", error("com.acme.Boom", "the restaurant is closed"));
            case "exit" -> System.exit(Integer.parseInt(order[1]));
            case "respond-and-exit" -> {
                post("invocation/" + id + "/response", new byte[0]);
                System.exit(Integer.parseInt(order[1]));
            }
            case "hang" -> hang();
            case "headers" -> post("invocation/" + id + "/response", headers(event).getBytes(StandardCharsets.UTF_8));
            case "variable" -> post("invocation/" + id + "/response", variable(order[1]).getBytes(StandardCharsets.UTF_8));
            case "protocol" -> post("invocation/" + id + "/response", protocol(id).getBytes(StandardCharsets.UTF_8));
            default -> post("invocation/" + id + "/response", event.body());
        }
    }

    private static String headers(HttpResponse<byte[]> event) {
        return String.join("|", header(event, "Lambda-Runtime-Aws-Request-Id"), header(event, "Lambda-Runtime-Deadline-Ms"),
                header(event, "Lambda-Runtime-Invoked-Function-Arn"), header(event, "Lambda-Runtime-Trace-Id"));
    }

    private static String variable(String key) {
        var value = System.getenv(key);
        return value == null ? "unset" : value;
    }

    /** Breaks the protocol in every way that keeps the invocation alive. */
    private static String protocol(String id) throws Exception {
        var wrongId = post("invocation/no-such-id/response", new byte[0]);
        var lateInitError = post("init/error", error("x", "y"));
        var earlyNext = get("invocation/next").statusCode();
        var wrongPath = get("invocation/" + id + "/response").statusCode();
        return String.format(Locale.ROOT, "%d %d %d %d", wrongId, lateInitError, earlyNext, wrongPath);
    }

    private static void initError() throws Exception {
        System.out.println("init error answered " + post("init/error", error("com.acme.NoDatabase", "cannot begin")));
        System.exit(1);
    }

    private static byte[] error(String type, String message) {
        return ("{\"errorType\":\"" + type + "\",\"errorMessage\":\"" + message + "\"}").getBytes(StandardCharsets.UTF_8);
    }

    private static void onSigterm(Runnable task) {
        Runtime.getRuntime().addShutdownHook(new Thread(task));
    }

    private static void hang() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return HTTP.send(HttpRequest.newBuilder(URI.create(BASE + path)).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static int post(String path, byte[] body) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(BASE + path)).POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }

    private static String header(HttpResponse<byte[]> event, String name) {
        return event.headers().firstValue(name).orElse("missing");
    }
}
