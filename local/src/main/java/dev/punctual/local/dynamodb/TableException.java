package dev.punctual.local.dynamodb;

import java.util.Map;

import dev.punctual.testkit.aws.AwsException;

/** A refusal of DynamoDB's; some tell more than a message. */
final class TableException extends AwsException {

    private static final long serialVersionUID = 1L;

    private final transient Map<String, Object> members;

    private TableException(String code, String message, Map<String, Object> members) {
        super(code, message, 400);
        this.members = members;
    }

    static TableException validation(String message) {
        return new TableException("ValidationException", message, Map.of());
    }

    static TableException noTable(String name) {
        return new TableException("ResourceNotFoundException", "Cannot do operations on a non-existent table: " + name,
                Map.of());
    }

    static TableException inUse(String name) {
        return new TableException("ResourceInUseException", "Table already exists: " + name, Map.of());
    }

    static TableException throttled() {
        return new TableException("ProvisionedThroughputExceededException",
                "The level of configured provisioned throughput for the table was exceeded (ordered fault).", Map.of());
    }

    static TableException conditionFailed(Map<String, Object> members) {
        return new TableException("ConditionalCheckFailedException", "The conditional request failed", members);
    }

    static TableException cancelled(String codes, Object reasons) {
        return new TableException("TransactionCanceledException",
                "Transaction cancelled, please refer cancellation reasons for specific reasons [" + codes + "]",
                Map.of("CancellationReasons", reasons));
    }

    static TableException otherRequestOfToken() {
        return new TableException("IdempotentParameterMismatchException",
                "A request with this client request token was made before, with other parameters", Map.of());
    }

    /** What it tells beside its message. */
    Map<String, Object> members() {
        return members;
    }
}
