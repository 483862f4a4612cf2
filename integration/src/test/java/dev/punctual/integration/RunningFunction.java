package dev.punctual.integration;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

/** A function in a process of its own, and the Runtime API that it polls. */
final class RunningFunction implements AutoCloseable {

    private static final String PREFIX = "/2018-06-01/runtime/";
    private static final int SECONDS = 60;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final HttpServer lambda;
    private final Process process;
    private final CompletableFuture<Void> polled = new CompletableFuture<>();
    private final BlockingQueue<byte[]> events = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> answers = new LinkedBlockingQueue<>();

    RunningFunction(Path output, List<String> command) throws IOException {
        lambda = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        lambda.setExecutor(threads);
        lambda.createContext(PREFIX + "invocation/next", this::next);
        lambda.createContext(PREFIX + "invocation/1/", this::answer);
        lambda.createContext(PREFIX + "init/error", this::answer);
        lambda.start();
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().put("AWS_LAMBDA_RUNTIME_API", "127.0.0.1:" + lambda.getAddress().getPort());
        builder.environment().put("AWS_LAMBDA_FUNCTION_NAME", "shop");
        builder.environment().put("AWS_REGION", "us-east-1");
        process = builder.start();
    }

    private void next(HttpExchange call) throws IOException {
        polled.complete(null);
        try {
            byte[] event = events.take();
            call.getResponseHeaders().add("Lambda-Runtime-Aws-Request-Id", "1");
            call.getResponseHeaders().add("Lambda-Runtime-Deadline-Ms", String.valueOf(System.currentTimeMillis() + 30_000));
            call.sendResponseHeaders(200, event.length);
            call.getResponseBody().write(event);
            call.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.close();
        }
    }

    private void answer(HttpExchange call) throws IOException {
        answers.add(new String(call.getRequestBody().readAllBytes(), UTF_8));
        call.sendResponseHeaders(202, -1);
        call.close();
    }

    /** Waits until the function asks for its first event. */
    void awaitPoll() throws Exception {
        polled.get(SECONDS, TimeUnit.SECONDS);
    }

    /** Has it handle an event; returns the answer. */
    String invoke(String event) throws InterruptedException {
        events.add(event.getBytes(UTF_8));
        return String.valueOf(answers.poll(SECONDS, TimeUnit.SECONDS));
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        threads.shutdownNow();
        lambda.stop(0);
    }
}
