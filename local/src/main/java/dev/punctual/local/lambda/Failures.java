package dev.punctual.local.lambda;

import java.time.Duration;
import java.util.Locale;

import dev.punctual.local.lambda.process.ExitStatus;
import dev.punctual.local.lambda.runtimeapi.ErrorReport;
import dev.punctual.local.lambda.runtimeapi.ResponseBody;
import dev.punctual.testkit.lambda.InvocationResult.Failure;

/** The failures of an invocation, worded as AWS words them; pure. */
final class Failures {

    /** The most that Lambda's Invoke takes: 6 MiB. */
    static final int PAYLOAD_LIMIT_BYTES = 6 * 1024 * 1024;

    private Failures() {
    }

    static Failure timedOut(String requestId, Duration timeout) {
        return of("Sandbox.Timedout", requestId, "Task timed out after " + seconds(timeout) + " seconds");
    }

    static Failure initTimedOut(String requestId, Duration timeout) {
        return of("Sandbox.Timedout", requestId, "Initialization timed out after " + seconds(timeout) + " seconds");
    }

    static Failure exited(String requestId, ExitStatus status) {
        return of("Runtime.ExitError", requestId,
                status.code() == 0 ? "Runtime exited without providing a reason"
                        : "Runtime exited with error: " + status.describe());
    }

    static Failure notStarted(String requestId, RuntimeException refusal) {
        return of("Runtime.InvalidEntrypoint", requestId, String.valueOf(refusal.getMessage()));
    }

    static Failure hostClosed(String requestId, String function) {
        return of("Runtime.ExitError", requestId, "The host of function '" + function + "' was closed");
    }

    static Failure reported(ErrorReport report) {
        return new Failure(report.type(), report.message());
    }

    static Failure responseTooLarge(long size) {
        return new Failure("Function.ResponseSizeTooLarge", "Response payload size (" + size
                + " bytes) exceeded maximum allowed payload size (" + ResponseBody.LIMIT_BYTES + " bytes).");
    }

    static Failure requestTooLarge(int size) {
        return new Failure("RequestTooLargeException", size
                + " byte payload is too large for the RequestResponse invocation type (limit " + PAYLOAD_LIMIT_BYTES
                + " bytes)");
    }

    private static Failure of(String type, String requestId, String what) {
        return new Failure(type, "RequestId: " + requestId + " Error: " + what);
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.2f", duration.toMillis() / 1000.0);
    }
}
