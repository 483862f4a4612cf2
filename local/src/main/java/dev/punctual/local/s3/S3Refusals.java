package dev.punctual.local.s3;

import java.util.Map;

import dev.punctual.testkit.aws.AwsException;

/** What the endpoint itself refuses, before the model is asked. */
final class S3Refusals {

    private S3Refusals() {
    }

    static AwsException notImplemented(String what) {
        return new AwsException("NotImplemented", what + " is not known to the local endpoints.", 501);
    }

    static AwsException badDigest(String header) {
        return new AwsException("BadDigest", "The " + header + " you specified did not match what we received.", 400);
    }

    static AwsException invalid(String message) {
        return new AwsException("InvalidRequest", message, 400);
    }

    static AwsException incompleteBody(String message) {
        return new AwsException("IncompleteBody", message, 400);
    }

    static AwsException argument(String name, String value, String rule) {
        return new AwsException("InvalidArgument", name + " must be " + rule + ", was '" + value + "'.", 400);
    }

    static AwsException tooLarge(int limit) {
        return new AwsException("EntityTooLarge", "Your proposed upload exceeds the maximum allowed size: the local endpoints"
                + " take " + limit + " bytes.", 400);
    }

    /** The range begins behind the object's end. */
    static final class InvalidRange extends AwsException {

        private static final long serialVersionUID = 1L;

        private final int length;

        InvalidRange(int length) {
            super("InvalidRange", "The requested range is not satisfiable: the object has " + length + " bytes.", 416);
            this.length = length;
        }

        Map<String, String> headers() {
            return Map.of("Content-Range", "bytes */" + length);
        }
    }
}
