package dev.punctual.runtime.ledger;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;

/** Says in a sentence what a call of DynamoDB failed with; DynamoDB's own messages may quote items, and stay out. */
final class Faults {

    private Faults() {
    }

    static String sentence(RuntimeException failure, String table) {
        if (failure instanceof ApiCallTimeoutException || failure instanceof ApiCallAttemptTimeoutException) {
            return "DynamoDB did not answer in time (quarkus.dynamodb.api-call-timeout)";
        }
        if (!(failure instanceof AwsServiceException refusal)) {
            return "DynamoDB could not be reached: " + failure.getClass().getName();
        }
        String code = refusal.awsErrorDetails() == null ? "" : String.valueOf(refusal.awsErrorDetails().errorCode());
        return switch (code) {
            case "ResourceNotFoundException" -> "the table '" + table
                    + "' does not exist; create it, or name another one (quarkus.punctual.ledger.table)";
            case "AccessDeniedException" -> "access to the table '" + table
                    + "' is denied; the function needs dynamodb:PutItem and dynamodb:BatchGetItem";
            default -> "DynamoDB answered " + refusal.statusCode() + ' ' + code;
        };
    }

    /** Whether DynamoDB has refused a request for good, and so has not carried it out. */
    static boolean isRefusal(AwsServiceException failure) {
        return failure.statusCode() >= 400 && failure.statusCode() < 500 && !failure.isThrottlingException()
                && !failure.isClockSkewException();
    }
}
