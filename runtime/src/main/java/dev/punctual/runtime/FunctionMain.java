package dev.punctual.runtime;

import java.io.IOException;
import java.util.function.Consumer;

import dev.punctual.runtime.lambda.ErrorReport;
import dev.punctual.runtime.lambda.RuntimeApi;
import io.quarkus.runtime.Quarkus;

/**
 * The entry of a custom runtime: starts the application, and takes invocations from Lambda itself.
 *
 * <p>
 * For container images, and for the runtime {@code provided}; Lambda's managed Java runtime has an entry of its own. With
 * {@code --train} the process feeds itself and ends, so that a JVM can write a cache of what that took.
 */
public final class FunctionMain {

    /** Where the log manager looks for the name of the host. */
    private static final String HOST = "jboss.qualified.host.name";
    private static final String TRAIN = "--train";
    private static final int CANNOT_START = 1;
    private static final int MISUSED = 2;

    private FunctionMain() {
    }

    /**
     * @param args none; or {@code --train}, alone or as {@code --train=ROUNDS}, and files with events of Lambda's that the
     *        function is to handle as real ones
     */
    public static void main(String... args) {
        if (isTraining(args)) {
            Training.prepare();
            start(Throwable::printStackTrace, args);
            return;
        }
        String address = System.getenv(RuntimeApi.ADDRESS);
        if (address == null) {
            System.err.println(RuntimeApi.ADDRESS
                    + " is not set: this is a runtime of AWS Lambda, which Lambda starts, or an emulator of it");
            System.exit(MISUSED);
            return;
        }
        start(failure -> report(address, failure), args);
    }

    /** Here, so that a process that does not train loads nothing for it. */
    static boolean isTraining(String... args) {
        return args.length > 0 && (args[0].equals(TRAIN) || args[0].startsWith(TRAIN + '='));
    }

    private static void start(Consumer<Throwable> report, String... args) {
        name();
        Quarkus.run(FunctionLoop.class, (status, failure) -> {
            if (failure != null) {
                report.accept(failure);
            }
            // Threads of the application would keep a process that handles nothing any more.
            Runtime.getRuntime().halt(failure == null ? status : CANNOT_START);
        }, args);
    }

    /** Log records name their host, which has no name in Lambda's network: the log manager need not ask for it. */
    private static void name() {
        if (System.getProperty(HOST) == null && System.getenv("HOSTNAME") == null) {
            System.setProperty(HOST, "localhost");
        }
    }

    private static void report(String address, Throwable failure) {
        failure.printStackTrace();
        try (RuntimeApi api = new RuntimeApi(address)) {
            api.initFailed(ErrorReport.of(failure));
        } catch (IOException | RuntimeException e) {
            System.err.println("Lambda was not told why: " + e.getMessage());
        }
    }
}
