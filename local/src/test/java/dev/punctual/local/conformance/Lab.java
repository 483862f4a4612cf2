package dev.punctual.local.conformance;

import java.util.UUID;

import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** What a rule works with: clients, resources of its own, and eyes. */
interface Lab extends AutoCloseable {

    StaticCredentialsProvider CREDENTIALS = StaticCredentialsProvider.create(AwsBasicCredentials.create("test", "test"));

    /** Deletes what the rule made. */
    @Override
    void close();

    /** A name that nothing has. */
    static String freshName() {
        return "c-" + UUID.randomUUID();
    }

    /**
     * The exception the SDK maps a refusal to, or AWS's code where it has no exception of its own, or the HTTP
     * status where there is no code; {@code accepted} if none.
     */
    static String refusal(Runnable call) {
        try {
            call.run();
            return "accepted";
        } catch (AwsServiceException e) {
            String type = e.getClass().getSimpleName();
            String code = e.awsErrorDetails().errorCode();
            boolean general = type.equals("KinesisException") || type.equals("SqsException");
            return !general ? type : code == null ? "HTTP " + e.statusCode() : code;
        }
    }

    /**
     * Deletes what a rule made, unless it did so itself.
     *
     * @param gone the refusal that tells so
     */
    static void delete(Runnable deletion, String gone) {
        String outcome = refusal(deletion);
        if (!outcome.equals("accepted") && !outcome.equals(gone)) {
            throw new IllegalStateException("A target did not delete what a rule made: " + outcome);
        }
    }
}
