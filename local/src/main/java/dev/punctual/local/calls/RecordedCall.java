package dev.punctual.local.calls;

/**
 * That an operation was called, at least once.
 *
 * @param principal the access key id of the caller; empty for a call without credentials
 * @param operation such as {@code sqs:SendMessageBatch}: the service's prefix in IAM, and the operation of its API
 * @param resource the name of the stream, queue or table, the bucket with the object's key behind a slash, or the key's id, as
 *        the request gives it; empty for a request about none
 */
public record RecordedCall(String principal, String operation, String resource) {
}
