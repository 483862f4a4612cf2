package dev.punctual.runtime;

import java.io.IOException;
import java.util.Objects;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jspecify.annotations.Nullable;

import dev.punctual.engine.Invocation;
import dev.punctual.runtime.lambda.PollLoop;
import dev.punctual.runtime.lambda.RuntimeApi;
import io.quarkus.runtime.QuarkusApplication;

/** Takes invocations from Lambda until it ends the process; what {@link FunctionMain} runs. */
@Singleton
public class FunctionLoop implements QuarkusApplication {

    /** Where the tracing of Lambda's managed runtime, and of Quarkus' own, looks for X-Ray's header. */
    private static final String TRACE_HEADER = "com.amazonaws.xray.traceHeader";

    private final EventFunction function;
    private final Instance<Training> training;

    @Inject
    FunctionLoop(EventFunction function, Instance<Training> training) {
        this.function = function;
        this.training = training;
    }

    @Override
    public int run(String... args) throws IOException {
        if (FunctionMain.isTraining(args)) {
            training.get().run(args);
            return 0;
        }
        String name = told(System.getenv("AWS_LAMBDA_FUNCTION_NAME"));
        try (RuntimeApi api = new RuntimeApi(Objects.requireNonNull(System.getenv(RuntimeApi.ADDRESS), RuntimeApi.ADDRESS))) {
            // Lambda ends an environment with SIGTERM; what is under way is over by then.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> close(api), "punctual-shutdown"));
            new PollLoop(api, FunctionLoop::trace, invocation -> function.handle(invocation.event(),
                    new Invocation(name, invocation.requestId(), invocation.deadline()))).run();
        }
        return 0;
    }

    private static void close(RuntimeApi api) {
        try {
            api.close();
        } catch (IOException e) {
            System.err.println("The connection to the Runtime API was not closed: " + e.getMessage());
        }
    }

    static void trace(String header) {
        if (header.isEmpty()) {
            System.clearProperty(TRACE_HEADER);
        } else {
            System.setProperty(TRACE_HEADER, header);
        }
    }

    private static String told(@Nullable String name) {
        return name == null ? "" : name;
    }
}
