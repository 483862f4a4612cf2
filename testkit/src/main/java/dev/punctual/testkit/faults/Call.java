package dev.punctual.testkit.faults;

/**
 * One call of a service's operation, as faults see it.
 *
 * @param operation the IAM name of the action, such as {@code kinesis:PutRecords}
 * @param resource the name of the stream or queue; empty for operations on none
 * @param entries how many entries a batch operation has; 0 for other operations
 */
public record Call(String operation, String resource, int entries) {
}
