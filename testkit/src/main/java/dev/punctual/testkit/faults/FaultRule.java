package dev.punctual.testkit.faults;

import java.util.Set;

/**
 * The order of a fault: at which operation and resource, when, and what.
 *
 * @param operation the IAM name of an action such as {@code sqs:SendMessage}, or a prefix that ends in {@code *}
 * @param resource the name of a stream or queue, or a prefix that ends in {@code *}
 */
public record FaultRule(String operation, String resource, Trigger trigger, Fault fault) {

    private static final Set<String> BATCHES = Set.of("kinesis:PutRecords", "sqs:SendMessageBatch", "sqs:DeleteMessageBatch",
            "sqs:ChangeMessageVisibilityBatch", "dynamodb:BatchGetItem");

    public FaultRule {
        var failsEntries = fault instanceof Fault.FailEntries || fault instanceof Fault.FailShare;
        if (failsEntries && !BATCHES.contains(operation)) {
            throw new IllegalArgumentException("FaultRule: only batch operations have entries that can fail, was '" + operation
                    + "'; use one of " + BATCHES.stream().sorted().toList());
        }
    }

    /** A rule for one operation on every resource, or a prefix of operations that ends in {@code *}. */
    public static FaultRule at(String operation, Trigger trigger, Fault fault) {
        return new FaultRule(operation, "*", trigger, fault);
    }

    /** The same rule for one resource, or a prefix of resources that ends in {@code *}. */
    public FaultRule on(String resource) {
        return new FaultRule(operation, resource, trigger, fault);
    }

    boolean looksAt(Call call) {
        return matches(operation, call.operation()) && matches(resource, call.resource());
    }

    private static boolean matches(String pattern, String value) {
        return pattern.endsWith("*") ? value.startsWith(pattern.substring(0, pattern.length() - 1)) : pattern.equals(value);
    }
}
