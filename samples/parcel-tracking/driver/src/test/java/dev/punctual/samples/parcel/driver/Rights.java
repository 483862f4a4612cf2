package dev.punctual.samples.parcel.driver;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.punctual.local.calls.RecordedCall;

/** What the functions called, compared with what the roles of the template let them call. */
final class Rights {

    /** What Lambda itself does with a function's role. */
    private static final Set<String> OF_LAMBDA = Set.of("WriteLogs", "ReadStreams", "ReceiveMessages",
            "TellOfDiscardedBatches", "ListDiscardedBatches", "KeepDiscardedBatches");

    /** The application's own: its template adds a policy for it. Transactions need the rights of their parts. */
    private static final String TRANSACTION = "dynamodb:TransactWriteItems";

    /** Streams are encrypted with the key of payloads: Lambda decrypts their records with the role of the stream function. */
    private static final String OF_ENCRYPTED_SOURCES = "-stream kms:Decrypt";

    private record Granted(String function, String action, String resource) {

        boolean covers(RecordedCall call) {
            return function.equals(call.principal()) && action.equals(Rights.action(call)) && covers(call.resource());
        }

        /** The key that something is decrypted with is named by the ciphertext alone. */
        private boolean covers(String called) {
            boolean named = resource.endsWith("*") ? called.startsWith(resource.substring(0, resource.length() - 1))
                    : name(called).equals(name(resource));
            return named || action.equals("kms:Decrypt") && called.isEmpty();
        }
    }

    private final ParcelCloud cloud;
    private final List<Granted> granted;

    Rights(ParcelCloud cloud) {
        this.cloud = cloud;
        this.granted = Stream.of("StreamFunction", "RetryFunction", "DeadLetterFunction").flatMap(this::of).toList();
    }

    private Stream<Granted> of(String functionId) {
        String function = cloud.deployment().name(functionId);
        return cloud.deployment().rights(functionId).stream().filter(right -> !OF_LAMBDA.contains(right.purpose()))
                .flatMap(right -> right.actions().stream().flatMap(action -> right.resources().stream()
                        .map(arn -> new Granted(function, action, arn.substring(arn.lastIndexOf(':') + 1)))));
    }

    /** Function and action of what no function has called, whatever the resource. */
    List<String> unused() {
        Set<String> called = calls().stream().map(call -> call.principal() + ' ' + action(call)).collect(Collectors.toSet());
        return granted.stream().map(right -> right.function + ' ' + right.action).distinct()
                .filter(right -> !called.contains(right) && !right.endsWith(OF_ENCRYPTED_SOURCES)).sorted().toList();
    }

    /** Each call that no right covers: function, action and resource. */

    List<String> missing() {
        return calls().stream().filter(call -> !call.operation().equals(TRANSACTION))
                .filter(call -> granted.stream().noneMatch(right -> right.covers(call))).map(RecordedCall::toString).sorted()
                .toList();
    }

    private Set<RecordedCall> calls() {
        return cloud.endpoints().calls();
    }

    /** The right to send a batch is that to send one. */
    private static String action(RecordedCall call) {
        return call.operation().replaceFirst("^sqs:(.*)Batch$", "sqs:$1");
    }

    private static String name(String resource) {
        return resource.substring(resource.lastIndexOf('/') + 1);
    }
}
